#!/usr/bin/env python3
"""Makes adressen.csv: the addresses of the test set as the BAG would hold them.

    adressen.py ADRESSEN-UIT-BRP-TESTSET.csv PERSONEN.jsonl > adressen.csv

Left out is what the BAG can not hold: an address without a number of a nummeraanduiding. The numbers of the openbare ruimte
and of the woonplaats are not in the test set; those here are made up (9000 and up for a woonplaats, a serial for a street).
"""
import csv
import json
import re
import sys

COLUMNS = [
    "nummeraanduidingIdentificatie", "adresseerbaarObjectIdentificatie", "openbareRuimteIdentificatie", "woonplaatsIdentificatie",
    "straatnaam", "korteNaam", "huisnummer", "huisletter", "huisnummertoevoeging", "postcode", "woonplaats", "gemeentecode",
]


def short_names(path):
    """The short street name of each nummeraanduiding, as the persons have it."""
    names = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            place = json.loads(line).get("verblijfplaats", {})
            number, short = place.get("nummeraanduidingIdentificatie"), place.get("verblijfadres", {}).get("korteStraatnaam")
            if number and short:
                names[number.strip()] = short
    return names


def main(addresses, persons):
    short, streets, places = short_names(persons), {}, {}
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    with open(addresses, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            row = {name: value.strip() for name, value in row.items()}
            if not re.fullmatch(r"\d{4}20\d{10}", row["nummeraanduidingIdentificatie"]):
                continue
            if not re.fullmatch(r"\d{4}0[123]\d{10}", row["adresseerbaarObjectIdentificatie"]):
                row["adresseerbaarObjectIdentificatie"] = ""
            row["woonplaats"] = row["woonplaats"] or row["gemeente"]
            place = (row["gemeentecode"], row["woonplaats"])
            row["woonplaatsIdentificatie"] = places.setdefault(place, f"{9000 + len(places):04}")
            street = place + (row["straatnaam"],)
            serial = streets.setdefault(street, len(streets) + 1)
            row["openbareRuimteIdentificatie"] = f"{row['gemeentecode']}30{serial:010}"
            name = row["straatnaam"]
            row["korteNaam"] = name if len(name) <= 24 else short.get(row["nummeraanduidingIdentificatie"], "")
            writer.writerow({column: row[column] for column in COLUMNS})


if __name__ == "__main__":
    main(*sys.argv[1:])
