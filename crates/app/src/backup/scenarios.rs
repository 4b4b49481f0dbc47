//! Long-term plans in a copy, with every version.

use super::{Line, broken};
use crate::command::Cx;
use crate::world::Error;
use domain::ids::{PersonId, ProgrammeId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{ScenarioRow, ScenarioVersion};
use uuid::Uuid;

/// A plan.
#[derive(Serialize, Deserialize)]
pub(super) struct ScenarioLine {
    id: u32,
    programme: Option<u16>,
    request: Uuid,
    author: u32,
    begun_at: i64,
    versions: Vec<VersionLine>,
}

/// A version: number, request, what it says, author, when.
#[derive(Serialize, Deserialize)]
struct VersionLine(u32, Uuid, String, u32, i64);

/// Every plan of the platform.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    for row in cx.tx.scenarios()?.into_iter().rev() {
        let versions = cx.tx.scenario_versions(row.id)?.into_iter();
        let versions = versions.map(|v| VersionLine(v.number, v.request, v.body, v.author.0, v.written_at.as_microsecond()));
        lines.push(Line::Scenario(Box::new(ScenarioLine {
            id: row.id,
            programme: row.programme.map(|p| p.0),
            request: row.request,
            author: row.author.0,
            begun_at: row.begun_at.as_microsecond(),
            versions: versions.collect(),
        })));
    }
    Ok(lines)
}

/// Writes a plan as it was.
pub(super) fn restore(cx: &mut Cx<'_, '_>, line: ScenarioLine) -> Result<(), Error> {
    let at = |us: i64| Timestamp::from_microsecond(us).map_err(|e| broken(e.to_string()));
    let ScenarioLine { id, programme, request, author, begun_at, versions } = line;
    let (author, begun_at) = (PersonId(author), at(begun_at)?);
    cx.tx.add_scenario(&ScenarioRow { id, programme: programme.map(ProgrammeId), request, author, begun_at })?;
    for VersionLine(number, request, body, author, written) in versions {
        let (author, written_at) = (PersonId(author), at(written)?);
        cx.tx.write_scenario(id, &ScenarioVersion { number, request, body, author, written_at })?;
    }
    Ok(())
}
