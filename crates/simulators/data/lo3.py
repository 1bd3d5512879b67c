#!/usr/bin/env python3
"""Takes from the official LO3 test set what the file in the form of the API lacks.

    lo3.py TESTSET.csv RNI-DEELNEMERS.csv FOLDER

Writes in FOLDER: in-onderzoek.csv, rni.csv, verificatie.csv. Only what is current (no history), of persons with a BSN.
An investigation that ended (83.30) is left out, as the API leaves it out. `volgnummer` is the place, from 1, among the
entries of that category that the API shows: with content, and for a nationality not ended (64.10).
"""
import csv
import sys

HISTORY = 50


def persons(path):
    """Each person as her lines, and where a field stands in a line (the file names two columns twice: the first counts)."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    columns = {}
    for at, name in enumerate(lines[0]):
        columns.setdefault(name, at)
    person = []
    for line in lines[1:]:
        line += [""] * (len(lines[0]) - len(line))
        if line[0] and person:
            yield person, columns
            person = []
        person.append(line)
    yield person, columns


def shown(line, columns, category):
    """Does the API show this entry?"""
    if category == 4:
        filled = line[columns["04.05.10"]] or line[columns["04.65.10"]]
        return filled and not line[columns["04.64.10"]]
    about = (name for name in columns if name.startswith(f"{category:02}.") and int(name[3:5] if name[3:5].isdigit() else 99) < 80)
    return any(line[columns[name]] for name in about)


def current(person, columns, category):
    """The current entries of a category: NN.H tells what the next line is, NN+50 history, NN a further entry."""
    number, following = 1, f"{category:02}"
    for line in person:
        if following == f"{category:02}" and shown(line, columns, category):
            yield number, line
            number += 1
        elif following not in (f"{category:02}", f"{category + HISTORY}"):
            return
        following = line[columns[f"{category:02}.H"]]


def rows(path, names):
    investigated, rni, verified = [], [], []
    for person, columns in persons(path):
        bsn = person[0][columns["01.01.20"]]
        if not bsn:
            continue
        field = lambda line, name: line[columns[name]].strip() if name in columns else ""
        for category in range(1, 14):
            for number, line in current(person, columns, category):
                what, since = field(line, f"{category:02}.83.10"), field(line, f"{category:02}.83.20")
                if len(what) == 6 and not field(line, f"{category:02}.83.30"):
                    investigated.append((bsn, f"{category:02}", number, what, since))
                participant = field(line, f"{category:02}.88.10")
                if category in (1, 4, 6, 8) and len(participant) == 4:
                    rni.append((bsn, f"{category:02}", participant, names.get(participant, "")))
        date, words = field(person[0], "07.71.10"), field(person[0], "07.71.20")
        if date or words:
            verified.append((bsn, date, words))
    return investigated, list(dict.fromkeys(rni)), verified


def write(path, header, lines):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main(testset, participants, folder):
    with open(participants, encoding="utf-8", newline="") as file:
        names = {row[0]: row[1] for row in list(csv.reader(file))[1:]}
    investigated, rni, verified = rows(testset, names)
    write(f"{folder}/in-onderzoek.csv", ["burgerservicenummer", "categorie", "volgnummer", "aanduiding", "datum_ingang"], investigated)
    write(f"{folder}/rni.csv", ["burgerservicenummer", "categorie", "code", "omschrijving"], rni)
    write(f"{folder}/verificatie.csv", ["burgerservicenummer", "datum", "omschrijving"], verified)


if __name__ == "__main__":
    main(*sys.argv[1:])
