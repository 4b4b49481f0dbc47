"""A stranger opens the year-end pack: frictionless says that its tables are as described and lead to each other, and
every balance is added again from its lines. Needs a demo: CABAS, the program; CABAS_DATA, its folder."""

import csv
import os
import subprocess
import tempfile
import unittest
import zipfile
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import frictionless

PROGRAMME = "portneuf-2025"


class YearEnd(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def pack(self, lang, *days):
        file, folder = self.folder / "pack.zip", self.folder / lang
        command = [os.environ["CABAS"], "--data", os.environ["CABAS_DATA"], "--programme", PROGRAMME, "--lang", lang]
        subprocess.run([*command, "export", "year-end", *days, "--out", str(file)], check=True)
        with zipfile.ZipFile(file) as whole:
            self.assertIsNone(whole.testzip())
            whole.extractall(folder)
        return folder

    def rows(self, folder, name, delimiter):
        with open(folder / name, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=delimiter))

    def test_frictionless_finds_what_is_described(self):
        for lang in ("fr", "en"):
            folder = self.pack(lang)
            report = frictionless.Package(str(folder / "datapackage.json")).validate()
            self.assertEqual(report.flatten(["name", "rowNumber", "fieldName", "type", "note"])[:5], [])
            self.assertEqual(len(report.tasks), 9)

    def test_every_balance_from_its_lines(self):
        folder = self.pack("fr", "--since", "2025-08-01", "--until", "2025-08-31")
        number = lambda text: Decimal(text.replace(",", ".") or "0")
        debits, credits = defaultdict(Decimal), defaultdict(Decimal)
        for line in self.rows(folder, "2-lignes.csv", ";"):
            debits[line["Compte"]] += number(line["Débit"])
            credits[line["Compte"]] += number(line["Crédit"])
        balances = self.rows(folder, "1-soldes.csv", ";")
        self.assertGreater(len(balances), 10)
        self.assertTrue(any(number(b["Ouverture"]) for b in balances), "the year began before")
        for balance in balances:
            name = balance["Compte"]
            self.assertEqual((number(balance["Débits"]), number(balance["Crédits"])), (debits[name], credits[name]), name)
            closing = number(balance["Ouverture"]) + debits[name] - credits[name]
            self.assertEqual(number(balance["Clôture"]), closing, name)
        owed, spent = defaultdict(Decimal), defaultdict(Decimal)
        for coupon in self.rows(folder, "4-coupons.csv", ";"):
            spent[coupon["Écriture"]] += number(coupon["Montant"])
        for scan in self.rows(folder, "5-encaissements.csv", ";"):
            owed[scan["Écriture"]] += number(scan["Montant"])
        self.assertGreater(len(owed), 10)
        self.assertEqual({k: v for k, v in owed.items() if v}, dict(spent))


if __name__ == "__main__":
    unittest.main()
