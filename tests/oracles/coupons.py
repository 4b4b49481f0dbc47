"""Other people's programs look at our coupons: damm32 at the check symbol, glabels' templates at the sheet, two
readers at the square codes, pdftotext at what people read. Needs a demo: CABAS, the program; CABAS_DATA, its
folder."""

import csv
import io
import os
import random
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import zxingcpp
from damm32 import Damm32
from PIL import Image

ALPHABET = list("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
TEMPLATES = "/usr/share/libglabels-3.0/templates/avery-us-templates.xml"
# The most common card stock of ten a sheet; the others of the family are declared equal to it.
STOCK = "5371"
DPI = 300
PROGRAMME = "portneuf-2025"
BATCH = 2


def cabas(*words):
    command = [os.environ["CABAS"], "--data", os.environ["CABAS_DATA"], "--programme", PROGRAMME, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def coupons(batch):
    return list(csv.DictReader(io.StringIO(cabas("coupons", "list", "--batch", str(batch)))))


def fields(url):
    """The address without its signature, which is another one each time: 15 bytes are 24 symbols."""
    return url[: url.index("/C/") + len("/C/") + 24]


def inches(text):
    number, unit = re.fullmatch(r"([0-9.]+)([a-z]*)", text).groups()
    return float(number) * {"in": 1, "pt": 1 / 72, "mm": 1 / 25.4, "": 1 / 72}[unit]


class Stock:
    """What glabels says of the card stock, inches."""

    def __init__(self):
        # The file writes its entities for names only: none is in the numbers.
        template = next(t for t in ElementTree.parse(TEMPLATES).getroot() if t.get("part") == STOCK)
        (label,) = template.findall("./Label-rectangle")
        (layout,) = label.findall("./Layout")
        self.width, self.height = inches(label.get("width")), inches(label.get("height"))
        self.columns, self.rows = int(layout.get("nx")), int(layout.get("ny"))
        self.left, self.top, self.across, self.down = (inches(layout.get(k)) for k in ("x0", "y0", "dx", "dy"))

    def cards(self):
        """Left and top of each card, along the rows."""
        return [
            (self.left + column * self.across, self.top + row * self.down)
            for row in range(self.rows)
            for column in range(self.columns)
        ]


class Coupons(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stock = Stock()
        cls.folder = tempfile.TemporaryDirectory()
        folder = Path(cls.folder.name)
        cls.pdf = folder / "coupons.pdf"
        cabas("coupons", "print", "--batch", str(BATCH), "--out", str(cls.pdf))
        cls.list = coupons(BATCH)
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", cls.pdf, folder / "page"], check=True)
        cls.pages = [Image.open(page) for page in sorted(folder.glob("page-*.pgm"))]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def expected(self, sheet, position):
        """Cut piles are stacked: a pile goes on with the numbers of the same place on the next sheet."""
        index = position * len(self.pages) + sheet
        return self.list[index] if index < len(self.list) else None

    def card_images(self):
        for sheet, page in enumerate(self.pages):
            for position, (left, top) in enumerate(self.stock.cards()):
                box = (left, top, left + self.stock.width, top + self.stock.height)
                yield sheet, position, page.crop(tuple(round(side * DPI) for side in box))

    def test_check_symbol(self):
        oracle = Damm32(ALPHABET)
        codes = [c["code"].replace("-", "") for batch in (1, BATCH) for c in coupons(batch)]
        self.assertGreater(len(codes), 10_000)
        for code in codes:
            self.assertEqual(oracle.calculate(code[:9]), code[9], code)
        # What it says is wrong, our program says is mistyped.
        chance = random.Random(2025)
        for code in chance.sample(codes, 12):
            at = chance.randrange(10)
            wrong = code[:at] + chance.choice([s for s in ALPHABET if s != code[at]]) + code[at + 1 :]
            self.assertFalse(oracle.verify(wrong), wrong)
            with self.assertRaises(subprocess.CalledProcessError) as no:
                cabas("coupons", "story", wrong)
            self.assertIn("[mistyped_code]", no.exception.stderr)

    def test_sheet(self):
        """Cards and cutting marks are where the stock is cut."""
        text = subprocess.run(
            ["qpdf", "--qdf", "--object-streams=disable", self.pdf, "-"], check=True, capture_output=True
        ).stdout.decode("latin-1")
        number = r"(-?[0-9.]+)"
        found = re.findall(rf"^1 0 0 1 {number} {number} cm\n/Card Do$", text, re.M)
        cards = [(float(x) / 72, 11 - float(y) / 72 - self.stock.height) for x, y in found]
        wanted = self.stock.cards()
        self.assertEqual(len(cards), len(self.list))
        for card, place in zip(cards, wanted):
            self.assertAlmostEqual(card[0], place[0], 3)
            self.assertAlmostEqual(card[1], place[1], 3)
        self.assertEqual(self.pages[0].size, (8.5 * DPI, 11 * DPI))
        page = self.pages[0]
        # A strip of the upper margin holds the marks of the columns, one of the left margin those of the rows.
        columns = {self.stock.left + n * self.stock.across for n in range(self.stock.columns + 1)}
        rows = {self.stock.top + n * self.stock.down for n in range(self.stock.rows + 1)}
        strip = page.crop((0, round(0.3 * DPI), page.width, round(0.36 * DPI)))
        self.marks(strip.resize((page.width, 1), Image.Resampling.BOX), columns)
        strip = page.crop((round(0.55 * DPI), 0, round(0.62 * DPI), page.height))
        self.marks(strip.resize((1, page.height), Image.Resampling.BOX), rows)

    def marks(self, line, wanted):
        dark = [at for at, shade in enumerate(line.tobytes()) if shade < 225]
        groups = []
        for at in dark:
            if groups and at - groups[-1][-1] <= 2:
                groups[-1].append(at)
            else:
                groups.append([at])
        found = [(sum(group) / len(group) + 0.5) / DPI for group in groups]
        self.assertEqual(len(found), len(wanted), found)
        for mark, place in zip(found, sorted(wanted)):
            self.assertAlmostEqual(mark, place, delta=1.5 / DPI)

    def test_square_codes(self):
        """Both readers read on every card the coupon that the list puts there, and on no other card anything."""
        folder = Path(self.folder.name)
        files, first = {}, {}
        for sheet, position, image in self.card_images():
            key = (sheet, position)
            read = [found.text for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]
            first[key] = read
            file = folder / f"card-{sheet}-{position}.png"
            image.save(file)
            files[str(file)] = key
        wanted = {
            (sheet, position): [fields(row["url"])] if (row := self.expected(sheet, position)) else []
            for sheet in range(len(self.pages))
            for position in range(len(self.stock.cards()))
        }
        self.assertEqual(sum(len(urls) for urls in wanted.values()), len(self.list))
        self.assertEqual({key: [fields(url) for url in read] for key, read in first.items()}, wanted)
        command = ["zbarimg", "--quiet", "--xml", "-Sdisable", "-Sqrcode.enable", *files]
        # It ends with 4 when a card had none: the last sheet has empty ones.
        told = subprocess.run(command, capture_output=True, text=True).stdout
        second = {key: [] for key in wanted}
        for source in ElementTree.fromstring(told).iter("{http://zbar.sourceforge.net/2008/barcode}source"):
            for data in source.iter("{http://zbar.sourceforge.net/2008/barcode}data"):
                second[files[source.get("href")]].append(data.text)
        self.assertEqual(second, first)

    def test_what_people_read(self):
        """The code and the number printed beside a square code are that coupon's."""
        scale = 72
        for position, (left, top) in enumerate(self.stock.cards()):
            box = dict(x=left, y=top, W=self.stock.width, H=self.stock.height)
            words = [word for name, side in box.items() for word in (f"-{name}", str(round(side * scale)))]
            command = ["pdftotext", "-f", "1", "-l", "1", "-r", str(scale), *words, "-layout", self.pdf, "-"]
            text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            row = self.expected(0, position)
            self.assertIn(row["code"], text)
            self.assertIn(row["number"], text)


if __name__ == "__main__":
    unittest.main()
