//! Several files in one: a ZIP, and the description of its tables that machines read.

use crate::table::{Cell, Style, Table};
use serde::Serialize;
use std::io::{self, Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// A ZIP of files, in their order. The same files make the same bytes: no hour of this machine is in it.
pub fn zip(files: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), SimpleFileOptions::default())?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// A file's table, for its description.
pub struct Described<'a> {
    /// The file's name.
    pub file: String,
    /// A short name, for links between tables.
    pub name: &'static str,
    /// The table.
    pub table: &'a Table,
    /// The column that names each row once, by its number.
    pub key: Option<usize>,
    /// Columns whose value is the key of another table: column, that table's short name.
    pub links: &'a [(usize, &'static str)],
}

#[derive(Serialize)]
struct Package<'a> {
    name: &'a str,
    title: &'a str,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: &'a str,
    path: &'a str,
    title: &'a str,
    profile: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    dialect: Dialect,
    schema: Schema<'a>,
}

#[derive(Serialize)]
struct Dialect {
    delimiter: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: Vec<Field<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    primary_key: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field<'a> {
    name: &'a str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<&'static str>,
}

#[derive(Serialize)]
struct ForeignKey<'a> {
    fields: &'a str,
    reference: Reference<'a>,
}

#[derive(Serialize)]
struct Reference<'a> {
    resource: &'static str,
    fields: &'a str,
}

/// What a column holds, by its first cell that holds something.
fn field(table: &Table, column: usize, style: Style) -> Field<'_> {
    let first = table.rows.iter().map(|row| &row[column]).find(|cell| **cell != Cell::Nothing);
    let (kind, format, decimal_char) = match first {
        Some(Cell::Count(_)) => ("integer", None, None),
        Some(Cell::Amount(_) | Cell::Worked { .. }) => ("number", None, Some(if style.is_french { "," } else { "." })),
        Some(Cell::Day(_)) => ("date", None, None),
        Some(Cell::At(_)) => ("datetime", Some("%Y-%m-%d %H:%M"), None),
        Some(Cell::Text(_) | Cell::Share { .. } | Cell::Nothing) | None => ("string", None, None),
    };
    Field { name: &table.columns[column].label, r#type: kind, format, decimal_char }
}

/// The tables' description as a Data Package (`datapackage.json`): which columns there are, what each holds, and which
/// table each leads to. Made for files that [`Table::to_csv`] wrote in the same style.
pub fn description(name: &str, title: &str, style: Style, tables: &[Described<'_>]) -> io::Result<Vec<u8>> {
    let key_of = |name: &str| {
        let table = tables.iter().find(|t| t.name == name)?;
        Some(table.table.columns[table.key?].label.as_str())
    };
    let resources = tables.iter().map(|described| {
        let Described { table, .. } = described;
        let label = |column: usize| table.columns[column].label.as_str();
        let links = described.links.iter().filter_map(|(column, other)| {
            let reference = Reference { resource: other, fields: key_of(other)? };
            Some(ForeignKey { fields: label(*column), reference })
        });
        Resource {
            name: described.name,
            path: &described.file,
            title: &table.title,
            profile: "tabular-data-resource",
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8-sig",
            dialect: Dialect { delimiter: if style.is_french { ";" } else { "," } },
            schema: Schema {
                fields: (0..table.columns.len()).map(|column| field(table, column, style)).collect(),
                primary_key: described.key.map(label),
                foreign_keys: links.collect(),
            },
        }
    });
    let package = Package { name, title, resources: resources.collect() };
    serde_json::to_vec_pretty(&package).map_err(io::Error::other)
}
