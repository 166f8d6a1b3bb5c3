#!/bin/bash
# pay slip hours from the clock-in file
#   ./shift_hours.sh clock.txt [rate]
#   clock.txt:   weekday(1-7) badge IN|OUT hh:mm
# set -x
FILE=${1:-clock.txt}
RATE=${2:-14.20}
[ -r "$FILE" ] || { echo "cannot read $FILE" >&2; exit 1; }

grep -v '^ *#' "$FILE" | tr -d '\r' | sort -s -k2,2 | awk -v rate="$RATE" '
function mins(s,   p) { split(s, p, ":"); return p[1] * 60 + p[2] }

# is this minute (since monday 0:00) night / sunday?
function kind(m,   d, h) {
    d = int(m / 1440) % 7; h = m % 1440
    if (d == 6) return "S"
    if (h < 360 || h >= 1320) return "N"
    return "D"
}

function book(b, from, to,   m, len, brk, k, rest) {
    len = to - from
    # law: over 6h -> 30 min break, over 9h -> 45, taken out of the day part first
    brk = len > 540 ? 45 : len > 360 ? 30 : 0
    split("", cnt)
    for (m = from; m < to; m++) cnt[kind(m)]++
    rest = brk
    for (k = 1; k <= 3; k++) {
        x = substr("DNS", k, 1)
        t = cnt[x] + 0 < rest ? cnt[x] + 0 : rest
        cnt[x] -= t; rest -= t
        sum[b, x] += cnt[x]
    }
    total[b] += len - brk
    printf "%s  %5.2f h (break %d)\n", b, (len - brk) / 60, brk
}

NF < 4 { next }
{
    t = ($1 - 1) * 1440 + mins($4)
    # round to 5 minutes, IN up and OUT down (yes really)
    if ($3 == "IN") {
        if ($2 in open) { print $2 ": forgot to clock out before " $4; err[$2]++ }
        open[$2] = int((t + 4) / 5) * 5
    } else if ($3 == "OUT") {
        if (!($2 in open)) { print $2 ": OUT without IN " $4; err[$2]++; next }
        o = int(t / 5) * 5
        if (o < open[$2]) o += 1440 * 7      # sunday to monday
        book($2, open[$2], o)
        delete open[$2]
    }
    names[$2] = 1
}
END {
    for (b in names) {
        over = total[b] - 40 * 60
        if (over < 0) over = 0
        pay = (sum[b,"D"] + sum[b,"N"] * 1.25 + sum[b,"S"] * 1.5 + over * 0.25) / 60 * rate
        printf "= %s D %.2f N %.2f S %.2f over %.2f -> %.2f%s\n", b, sum[b,"D"]/60, sum[b,"N"]/60, sum[b,"S"]/60, over/60, pay, (err[b] ? " CHECK!" : "") | "sort"
    }
}
'
