# -*- coding: utf-8 -*-
# Wann muss welche Tonne raus?  (Aushang fürs Treppenhaus)
# Stand: irgendwann im Herbst, Gemeinde hat wieder alles umgestellt
from datetime import date, timedelta

# Rhythmus in Wochen, Wochentag (0 = Montag), Anker = irgendein bekannter Termin
TONNEN = {
    "Restmüll": (2, 1, date(2024, 1, 9)),
    "Bio": (1, 3, date(2024, 1, 4)),
    "Papier": (4, 0, date(2024, 1, 15)),
    "Gelb": (3, 4, date(2024, 1, 12)),
}

# nur feste Feiertage, die beweglichen trage ich von Hand nach
FEST = [(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)]
BEWEGLICH = [date(2025, 4, 18), date(2025, 4, 21), date(2025, 5, 29), date(2025, 6, 9),
             date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)]


def ist_feiertag(d):
    return (d.month, d.day) in FEST or d in BEWEGLICH


def verschieben(d):
    """Feiertag in der Woche -> alles ab diesem Tag rutscht einen Tag nach hinten,
    bis höchstens Samstag. Ist auch der Samstag frei, wird vorgezogen."""
    montag = d - timedelta(days=d.weekday())
    rutsch = 0
    for i in range(0, d.weekday() + 1):
        if ist_feiertag(montag + timedelta(days=i)):
            rutsch += 1
    neu = d + timedelta(days=rutsch)
    while ist_feiertag(neu):
        neu = neu + timedelta(days=1)
    if neu.weekday() == 6 or neu - montag > timedelta(days=5):
        neu = montag - timedelta(days=2)   # Samstag davor
        # FIXME: und wenn der auch Feiertag ist? kam noch nie vor
    return neu


def termine(tonne, von, tage):
    wochen, wt, anker = TONNEN[tonne]
    assert anker.weekday() == wt, "Anker passt nicht zum Wochentag"
    erg = []
    # eine Woche früher anfangen wegen der verschobenen
    d = anker
    while d < von - timedelta(days=7):
        d += timedelta(weeks=wochen)
    while d <= von + timedelta(days=tage + 7):
        v = verschieben(d)
        if von <= v <= von + timedelta(days=tage):
            erg.append((v, v != d))
        d += timedelta(weeks=wochen)
    return erg


heute = date.today()
alle = []
for t in TONNEN:
    for (wann, versch) in termine(t, heute, 28):
        alle.append((wann, t, versch))
alle.sort()

# Am Abend vorher rausstellen! Wenn zwei am selben Tag -> eine Zeile
letzte = None
zeile = ""
for wann, t, versch in alle:
    if wann != letzte:
        if zeile:
            print(zeile)
        abend = wann - timedelta(days=1)
        zeile = abend.strftime("%d.%m.") + " abends: " + t
        letzte = wann
    else:
        zeile += " + " + t
    if versch:
        zeile += " (!)"
if zeile:
    print(zeile)
print("nächste Abholung in", (alle[0][0] - heute).days, "Tagen")
