"""Other people's programs look at our tables: openpyxl and Python's csv read what we write; openpyxl, odfpy and a
text editor from another age write what we read. Needs a demo: CABAS, the program; CABAS_DATA, its folder."""

import csv
import datetime
import io
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

PROGRAMME = "portneuf-2025"
TABLES = (
    "partners-use weeks places-use states batches stock hand-outs disputes funds expenses owed runs partners vendors "
    "places agreements"
).split()


def cabas(*words, status=0):
    command = [os.environ["CABAS"], "--data", os.environ["CABAS_DATA"], "--programme", PROGRAMME, *words]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout


class Tables(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def export(self, name, ending, *words):
        path = self.folder / f"{name}.{ending}"
        cabas("export", "table", name, "--format", ending, "--out", str(path), *words)
        return path

    def sheet(self, name, *words):
        return openpyxl.load_workbook(self.export(name, "xlsx", *words)).active

    def test_the_same_cells_in_both(self):
        for name in TABLES:
            with self.subTest(name):
                sheet = list(self.sheet(name, "--lang", "en").iter_rows())
                text = self.export(name, "csv", "--lang", "en").read_bytes()
                self.assertTrue(text.startswith(b"\xef\xbb\xbf"), "Excel needs its mark")
                rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
                self.assertEqual(len(rows), len(sheet))
                self.assertGreater(len(rows), 0)
                for ours, theirs in zip(rows, sheet):
                    self.assertEqual(len(ours), len(theirs))
                    for written, cell in zip(ours, theirs):
                        self.assertEqual(written, self.said(cell), (name, cell.coordinate))

    def said(self, cell):
        """A cell of a spreadsheet as our CSV in English writes it."""
        value = cell.value
        if value is None:
            return ""
        if isinstance(value, datetime.datetime):
            return value.strftime("%Y-%m-%d %H:%M" if "hh" in cell.number_format else "%Y-%m-%d")
        if isinstance(value, (int, float)):
            if cell.number_format == "0.0%":
                return f"{value * 100:.2f}%"
            return f"{value:.2f}" if cell.number_format == "#,##0.00" else str(value)
        return "'" + value if value.startswith(("=", "+", "-", "@")) else value

    def test_amounts_days_and_headings(self):
        sheet = self.sheet("weeks", "--lang", "fr")
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertTrue(sheet["A1"].font.bold)
        self.assertEqual(sheet["A1"].value, "Semaine du")
        self.assertEqual(sheet["A2"].value.weekday(), 0, "a Monday")
        self.assertEqual(sheet["D2"].number_format, "#,##0.00")
        self.assertIsInstance(sheet["D2"].value, (int, float))
        self.assertEqual(sheet["A2"].data_type, "d")
        french = self.export("weeks", "csv", "--lang", "fr").read_text(encoding="utf-8-sig").splitlines()
        self.assertEqual(french[0].count(";"), 3)
        self.assertRegex(french[-1], r"^\d{4}-\d\d-\d\d;\d+;\d+;\d+,\d\d$")

    def preview(self, kind, path, status=0):
        return cabas("import", kind, str(path), "--preview", "--lang", "en", status=status)

    def test_a_spreadsheet_of_somebody_else(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["Merchants of 2026"])
        sheet.append([])
        sheet.append(["Mode de paiement", "NOM", "Téléphone"])
        sheet.append(["Chèque", "Ferme « Été » & fils", 4185551234])
        sheet.append(["Troc", "Autre ferme", None])
        book.create_sheet("Other").append(["nom", "perdu"])
        path = self.folder / "merchants.xlsx"
        book.save(path)
        said = self.preview("vendors", path, status=2)
        self.assertIn("Row 4: Ferme « Été » & fils is added", said)
        self.assertIn("Row 5, column “Paid by”", said)
        self.assertIn("Téléphone", said)
        self.assertNotIn("perdu", said)

    def test_days_and_numbers_of_a_spreadsheet(self):
        partner = self.sheet("partners")["B2"].value
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["day", "organization", "band", "class", "count"])
        sheet.append([datetime.date(2025, 7, 15), partner, "none of them", "A", 2])
        path = self.folder / "hand-outs.xlsx"
        book.save(path)
        # Everything before the band was read.
        self.assertIn("[unknown_band]", self.preview("hand-outs", path, status=2))

    def test_an_ods(self):
        document = OpenDocumentSpreadsheet()
        table = Table(name="Lieux")
        rows = [["Nom", "Genre", "Ville"], ["Marché d’hiver", "marche public", "Cap-Santé"], [], ["", "", "Nulle part"]]
        for row in rows:
            line = TableRow()
            for text in row:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=text))
                line.addElement(cell)
            if not row:
                line.addElement(TableCell(numbercolumnsrepeated=1024))
            table.addElement(line)
        document.spreadsheet.addElement(table)
        path = self.folder / "lieux.ods"
        document.save(str(path))
        said = self.preview("places", path, status=2)
        self.assertIn("Row 2: Marché d’hiver is added, under the short name marche-d-hiver.", said)
        self.assertIn("Row 4, column “Name”", said)

    def test_windows_1252(self):
        path = self.folder / "organismes.csv"
        path.write_bytes("NOM;nom court\r\nMaison de l’Été;\r\nŒuvre du cœur;oeuvre\r\n".encode("cp1252"))
        said = self.preview("partners", path)
        self.assertIn("Maison de l’Été is added, under the short name maison-de-l-ete.", said)
        self.assertIn("Œuvre du cœur is added, under the short name oeuvre.", said)

    def test_a_preview_keeps_nothing(self):
        path = self.folder / "organismes.csv"
        path.write_text("nom\nOrganisme de passage\n", encoding="utf-8")
        before = self.sheet("partners").max_row
        self.assertIn("Nothing is kept yet.", self.preview("partners", path))
        self.assertEqual(self.sheet("partners").max_row, before)


if __name__ == "__main__":
    unittest.main()
