#!/usr/bin/env python3
"""Makes voertuigen.csv and inkomens.csv: synthetic, for demo and tests only.

    voorbeelden.py PERSONEN.jsonl FOLDER

The same input gives the same files. Plates follow the pattern of sidecode 10 (X-999-XX) but hold a vowel, which the RDW does
not issue in that place: no plate here belongs to a real car.
"""
import csv
import json
import random
import sys

VEHICLES = [
    ("VOLKSWAGEN", "GOLF", "Personenauto"), ("TOYOTA", "YARIS", "Personenauto"), ("KIA", "PICANTO", "Personenauto"),
    ("RENAULT", "CLIO", "Personenauto"), ("PEUGEOT", "208", "Personenauto"), ("TESLA", "MODEL 3", "Personenauto"),
    ("OPEL", "CORSA", "Personenauto"), ("VOLVO", "V60", "Personenauto"), ("SKODA", "ENYAQ", "Personenauto"),
    ("FORD", "TRANSIT", "Bedrijfsauto"), ("MERCEDES-BENZ", "VITO", "Bedrijfsauto"), ("YAMAHA", "MT-07", "Motorfiets"),
    ("PIAGGIO", "ZIP", "Bromfiets"),
]
COMPANIES = ["99990010", "99990010", "99990028"]


def living_adults(path):
    """Persons who live here, are not dead or gone, and were born in full before 2005."""
    with open(path, encoding="utf-8") as file:
        persons = [json.loads(line) for line in file]
    for person in persons:
        born = person.get("geboorte", {}).get("datum", {}).get("datum", "9999")
        here = person.get("verblijfplaats", {}).get("type") == "Adres" and "opschortingBijhouding" not in person
        if person.get("burgerservicenummer") and here and born < "2005":
            yield person["burgerservicenummer"], int(born[:4])


def plates(chance):
    seen = set()
    while True:
        plate = f"{chance.choice('GHJKLNPRSTVXZ')}{chance.randrange(1, 1000):03}{chance.choice('BDFGHJKLN')}{chance.choice('AEUO')}"
        if plate not in seen:
            seen.add(plate)
            yield plate


def vehicles(people, chance):
    plate = plates(chance)
    owners = chance.sample([bsn for bsn, _ in people], 54)
    for owner in owners + owners[:6]:
        yield [next(plate), owner, "", *chance.choice(VEHICLES), "voorbeeld"]
    for company in COMPANIES:
        yield [next(plate), "", company, *chance.choice(VEHICLES[9:11]), "voorbeeld"]


def incomes(people, chance):
    """Three years for each: the minimum, a pension, or work; the last year is not definitive for everyone."""
    for bsn, born in chance.sample(people, 200):
        base = chance.choice([13_900, 16_200, 19_800, 24_500, 29_900, 36_400, 44_800, 61_200, 98_000])
        base = min(base, 36_400) if born < 1958 else base
        for year in (2023, 2024, 2025):
            income = base + (year - 2023) * base // 40 + chance.randrange(0, 400)
            status = "definitief" if year < 2025 or chance.random() < 0.6 else "voorlopig"
            yield [bsn, year, income, status, "voorbeeld"]


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(persons, folder):
    people, chance = list(living_adults(persons)), random.Random(2026)
    header = ["kenteken", "burgerservicenummer", "kvkNummer", "merk", "handelsbenaming", "voertuigsoort", "soort"]
    write(f"{folder}/voertuigen.csv", header, vehicles(people, chance))
    write(f"{folder}/inkomens.csv", ["burgerservicenummer", "jaar", "inkomen", "status", "soort"], incomes(people, chance))


if __name__ == "__main__":
    main(*sys.argv[1:])
