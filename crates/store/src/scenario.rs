//! Long-term plans and every version ever written of them. What a version says is text of `app`'s; here it is only kept.

use crate::Arg;
use crate::fault::Fault;
use crate::row::Row;
use crate::tx::Tx;
use domain::ids::{PersonId, ProgrammeId};
use jiff::Timestamp;
use uuid::Uuid;

/// A plan, without what it says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScenarioRow {
    /// Its number.
    pub id: u32,
    /// Whose: a programme, or the province.
    pub programme: Option<ProgrammeId>,
    /// The request that began it.
    pub request: Uuid,
    /// Who began it.
    pub author: PersonId,
    /// When.
    pub begun_at: Timestamp,
}

/// A version of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScenarioVersion {
    /// Its number, from 1.
    pub number: u32,
    /// The request that wrote it.
    pub request: Uuid,
    /// What it says.
    pub body: String,
    /// Who wrote it.
    pub author: PersonId,
    /// When.
    pub written_at: Timestamp,
}

fn uuid(bytes: &[u8]) -> Result<Uuid, Fault> {
    Uuid::from_slice(bytes).map_err(|e| Fault::Inconsistent(e.to_string()))
}

fn scenario(r: &Row<'_>) -> Result<ScenarioRow, Fault> {
    let programme = r.opt_i(1)?.map(u16::try_from).transpose().map_err(|e| Fault::Inconsistent(e.to_string()))?;
    let (request, author) = (uuid(&r.b(2)?)?, PersonId(r.u(3)?));
    Ok(ScenarioRow { id: r.u(0)?, programme: programme.map(ProgrammeId), request, author, begun_at: r.at(4)? })
}

fn version(r: &Row<'_>) -> Result<ScenarioVersion, Fault> {
    let (request, author) = (uuid(&r.b(1)?)?, PersonId(r.u(3)?));
    Ok(ScenarioVersion { number: r.u(0)?, request, body: r.t(2)?, author, written_at: r.at(4)? })
}

impl Tx<'_> {
    /// Begins a plan; returns its number.
    pub fn add_scenario(&mut self, row: &ScenarioRow) -> Result<u32, Fault> {
        let last = self.first("SELECT COALESCE(MAX(id), 0) FROM scenario", &[], |r| r.u(0))?.unwrap_or(0);
        let id = if row.id == 0 { last + 1 } else { row.id };
        self.run(
            "INSERT INTO scenario (id, programme, request, author, begun_at) VALUES ($1, $2, $3, $4, $5)",
            &[
                id.into(),
                Arg::OptI(row.programme.map(|p| i64::from(p.0))),
                row.request.as_bytes().into(),
                row.author.0.into(),
                row.begun_at.as_microsecond().into(),
            ],
        )?;
        Ok(id)
    }

    /// All of them, the last begun first.
    pub fn scenarios(&mut self) -> Result<Vec<ScenarioRow>, Fault> {
        self.all("SELECT id, programme, request, author, begun_at FROM scenario ORDER BY id DESC", &[], scenario)
    }

    /// One of them.
    pub fn scenario(&mut self, id: u32) -> Result<Option<ScenarioRow>, Fault> {
        let sql = "SELECT id, programme, request, author, begun_at FROM scenario WHERE id = $1";
        self.first(sql, &[id.into()], scenario)
    }

    /// The one that a request began.
    pub fn scenario_of(&mut self, request: Uuid) -> Result<Option<ScenarioRow>, Fault> {
        let sql = "SELECT id, programme, request, author, begun_at FROM scenario WHERE request = $1";
        self.first(sql, &[request.as_bytes().into()], scenario)
    }

    /// Writes a version; its number.
    pub fn write_scenario(&mut self, id: u32, version: &ScenarioVersion) -> Result<u32, Fault> {
        let last = "SELECT COALESCE(MAX(number), 0) FROM scenario_version WHERE scenario = $1";
        let number = match version.number {
            0 => self.first(last, &[id.into()], |r| r.u(0))?.unwrap_or(0) + 1,
            number => number,
        };
        self.run(
            "INSERT INTO scenario_version (scenario, number, request, body, author, written_at) VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                id.into(),
                number.into(),
                version.request.as_bytes().into(),
                (&version.body).into(),
                version.author.0.into(),
                version.written_at.as_microsecond().into(),
            ],
        )?;
        Ok(number)
    }

    /// Every version of a plan, the first written first.
    pub fn scenario_versions(&mut self, id: u32) -> Result<Vec<ScenarioVersion>, Fault> {
        let sql = "SELECT number, request, body, author, written_at FROM scenario_version WHERE scenario = $1 ORDER BY number";
        self.all(sql, &[id.into()], version)
    }
}
