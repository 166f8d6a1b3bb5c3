import csv
import sys
import logging
import traceback

logging.basicConfig(level=logging.DEBUG, filename="/tmp/stock_valuation.log",
                    format="%(asctime)s %(levelname)s %(message)s")
log = logging.getLogger("stock")

# usage: stock_valuation.py movements.csv [method] [period_end]
# csv: date;sku;type;qty;price     type = IN / OUT / RET / LOSS


def read(fn):
    rows = []
    try:
        f = open(fn, newline="", encoding="utf-8")
    except Exception as e:
        log.error("cannot open %s: %s", fn, e)
        print("cannot open file")
        sys.exit(2)
    for i, r in enumerate(csv.reader(f, delimiter=";")):
        try:
            if not r or r[0].startswith("#") or r[0] == "date":
                continue
            price = r[4].strip().replace(",", ".") if len(r) > 4 else ""
            rows.append((r[0], r[1].strip().upper(), r[2].strip(), int(r[3]), float(price) if price else None))
        except Exception:
            log.warning("line %d skipped: %r", i + 1, r)
            log.debug(traceback.format_exc())
    f.close()
    return rows


def take_fifo(layers, qty):
    cost = 0.0
    while qty > 0:
        try:
            lq, lp = layers[0]
        except IndexError:
            log.error("stock negative, %d missing", qty)
            break
        n = min(lq, qty)
        cost += n * lp
        qty -= n
        if n == lq:
            layers.pop(0)
        else:
            layers[0] = (lq - n, lp)
    return cost, qty


def value(rows, method="fifo", until="9999-12-31"):
    layers = {}
    cogs = {}
    lost = {}
    missing = {}
    lastout = {}
    for d, sku, typ, q, p in sorted(rows, key=lambda r: r[0]):
        try:
            if d > until:
                log.debug("after period: %s %s", d, sku)
                continue
            L = layers.setdefault(sku, [])
            if typ == "IN":
                L.append((q, p))
            elif typ == "RET":
                # customer return goes back to the FRONT at the unit cost of the last sale
                L.insert(0, (q, lastout.get(sku, p or 0.0)))
                cogs[sku] = cogs.get(sku, 0) - q * lastout.get(sku, 0.0)
            elif typ in ("OUT", "LOSS"):
                if method == "avg" and L:
                    tq = sum(x for x, _ in L)
                    ta = sum(x * y for x, y in L) / tq
                    L[:] = [(tq, ta)]
                elif method == "lifo":
                    L.reverse()
                cost, rest = take_fifo(L, q)
                if method == "lifo":
                    L.reverse()
                if rest:
                    missing[sku] = missing.get(sku, 0) + rest
                if q - rest:
                    lastout[sku] = cost / (q - rest)
                if typ == "OUT":
                    cogs[sku] = cogs.get(sku, 0) + cost
                else:
                    lost[sku] = lost.get(sku, 0) + cost
            else:
                raise ValueError("type? " + typ)
            log.info("%s %s %s %d -> %s", d, sku, typ, q, L)
        except Exception as e:
            log.exception("row failed: %s", e)
    res = {}
    for sku, L in layers.items():
        res[sku] = (sum(q for q, _ in L), round(sum(q * p for q, p in L), 2), round(cogs.get(sku, 0), 2),
                    round(lost.get(sku, 0), 2), missing.get(sku, 0))
    return res


if __name__ == "__main__":
    try:
        out = value(read(sys.argv[1]), *sys.argv[2:4])
        print("SKU;QTY;VALUE;COGS;LOSS;MISSING")
        for k in sorted(out):
            print(";".join([k] + [str(x) for x in out[k]]))
    except Exception as e:
        log.critical(e)
        print("something went wrong, see log")
