"""What a technician would write instead: the standard library, one pass over the papers, a match in SQLite.

python3 script.py <folder of the year> <database> <codice fiscale of the ente>

It keeps less than the product (no history, no evidence, no undo, hardly a check). Prints the counts as JSON.
"""

import io
import json
import pathlib
import sqlite3
import sys
import xml.etree.ElementTree as ET
import zipfile

year, database, ente = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
db = sqlite3.connect(database)
db.executescript(
    """
    PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
    CREATE TABLE ricevute (iuv TEXT, iur TEXT, cents INTEGER, paid_on TEXT, debtor_cf TEXT, debtor TEXT,
                           psp TEXT, description TEXT, category TEXT);
    CREATE TABLE flussi (iuf TEXT, created_at TEXT, regolamento TEXT, day TEXT, psp TEXT, cents INTEGER);
    CREATE TABLE righe (iuf TEXT, iuv TEXT, iur TEXT, cents INTEGER, esito INTEGER, day TEXT);
    CREATE TABLE movimenti (conto TEXT, esercizio TEXT, numero TEXT, verso TEXT, cents INTEGER, day TEXT,
                            causale TEXT, payer TEXT);
    CREATE INDEX ricevute_iuv ON ricevute(iuv); CREATE INDEX righe_iuv ON righe(iuv);
    CREATE INDEX flussi_iuf ON flussi(iuf);
    """
)


def cents(text):
    whole, _, part = text.partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


def elements(source, wanted):
    """Each wanted element as a flat dict of its texts by local name; emptied when it has been seen."""
    for _, element in ET.iterparse(source):
        element.tag = element.tag.rpartition("}")[2]
        if element.tag in wanted:
            yield element.tag, element, {child.tag: child.text or "" for child in element.iter()}
            element.clear()


def receipts():
    for archive in sorted((year / "ricevute").rglob("*.zip")):
        with zipfile.ZipFile(archive) as pack:
            for name in pack.namelist():
                yield from receipt(io.BytesIO(pack.read(name)))


def receipt(source):
    for _, element, found in elements(source, {"receipt"}):
        ours = [t for t in element.iter("transfer") if t.findtext("fiscalCodePA") == ente]
        total = sum(cents(t.findtext("transferAmount")) for t in ours)
        yield (
            found["creditorReferenceId"],
            found["receiptId"],
            total,
            found["paymentDateTime"][:10],
            found.get("entityUniqueIdentifierValue"),
            found.get("fullName"),
            found.get("idPSP"),
            found.get("description"),
            ours[0].findtext("transferCategory") if ours else None,
        )


db.executemany("INSERT INTO ricevute VALUES (?,?,?,?,?,?,?,?,?)", receipts())
for path in sorted((year / "flussi").rglob("*.xml")):
    rows, head = [], {}
    for _, element in ET.iterparse(path):
        element.tag = element.tag.rpartition("}")[2]
        if element.tag == "datiSingoliPagamenti":
            row = {child.tag: child.text for child in element}
            rows.append(
                (
                    row["identificativoUnivocoVersamento"],
                    row["identificativoUnivocoRiscossione"],
                    cents(row["singoloImportoPagato"]),
                    int(row["codiceEsitoSingoloPagamento"]),
                    row["dataEsitoSingoloPagamento"],
                )
            )
            element.clear()
        elif element.text:
            head[element.tag] = element.text
    iuf = head["identificativoFlusso"]
    if sum(row[2] for row in rows) != cents(head["importoTotalePagamenti"]):
        raise SystemExit(f"{path}: the rows are not the total")
    db.execute(
        "INSERT INTO flussi VALUES (?,?,?,?,?,?)",
        (
            iuf,
            head["dataOraFlusso"],
            head["identificativoUnivocoRegolamento"],
            head["dataRegolamento"],
            head.get("denominazioneMittente"),
            cents(head["importoTotalePagamenti"]),
        ),
    )
    db.executemany("INSERT INTO righe VALUES (?,?,?,?,?,?)", ((iuf, *row) for row in rows))
for path in sorted((year / "giornali").rglob("*.xml")):
    for _, _, row in elements(path, {"movimento_conto_evidenza"}):
        db.execute(
            "INSERT INTO movimenti VALUES (?,?,?,?,?,?,?,?)",
            (
                None,
                row.get("data_movimento", "")[:4],
                row.get("numero_bolletta_quietanza"),
                row.get("tipo_movimento"),
                cents(row.get("importo", "0")),
                row.get("data_movimento"),
                row.get("causale"),
                row.get("anagrafica_cliente"),
            ),
        )
db.executescript(
    """
    CREATE TABLE payments AS
      SELECT k.iuv, p.cents AS paid, r.cents AS reported, r.iuf
        FROM (SELECT iuv FROM ricevute UNION SELECT iuv FROM righe) k
        LEFT JOIN ricevute p ON p.iuv = k.iuv LEFT JOIN righe r ON r.iuv = k.iuv;
    CREATE TABLE settled AS
      SELECT f.iuf, m.cents = f.cents AS exact FROM movimenti m
        JOIN flussi f ON m.causale LIKE '/PUR/LGPE-RIVERSAMENTO%' AND f.iuf = substr(m.causale, instr(m.causale, '/URI/') + 5);
    CREATE INDEX settled_iuf ON settled(iuf);
    """
)
db.commit()
count, total, missing, differs = db.execute(
    "SELECT count(*), sum(coalesce(paid, reported)), sum(paid IS NULL), sum(paid <> reported) FROM payments"
).fetchone()
settled = db.execute("SELECT count(*) FROM payments JOIN settled USING (iuf)").fetchone()[0]
print(json.dumps({"count": count, "cents": total, "missing": missing, "differs": differs, "settled": settled}))
