// closing of the junk room auction (harvest fair): who gets which lot for how much
// TODO read from the spreadsheet, for now it is all in main()
import java.math.BigDecimal
import java.math.RoundingMode

data class Member(val id: String, val since: Int?, val budget: Long?, val sponsor: String? = null, var spent: Long = 0, var won: Int = 0)
data class Bid(val who: String, val amount: Long?, val max: Long? = null, val minute: Int? = null, val note: String? = null)
data class Extras(val share: BigDecimal? = null, val pairWith: String? = null)
data class Lot(val no: String, val reserve: Long?, val step: Long?, val bids: List<Bid>?, val extras: Extras? = null)

val members = LinkedHashMap<String, Member>()
val log = mutableListOf<String>()
var kitty = BigDecimal.ZERO
const val DEFAULT_STEP = 50L // cents

fun left(m: Member): Long? = m.budget?.minus(m.spent)

// what somebody would pay at the very most. no amount = "anything up to max", no max = exactly the amount
fun ceiling(b: Bid): Long? {
    val wish = listOfNotNull(b.amount, b.max).maxOrNull() ?: return null
    val m = members[b.who] ?: return null
    val l = left(m) ?: return wish
    // sponsor covers a missing rest, but at most a quarter of it, and only if his own budget is known
    if (wish > l) {
        val s = m.sponsor?.let { members[it] }
        val help = s?.let { left(it) }?.coerceAtMost(wish / 4) ?: 0L
        return if (wish <= l + help) wish else if (b.max != null) l + help else null
    }
    return wish
}

/* ties: higher ceiling, earlier minute (null = paper bid = before everybody),
   fewer won lots, longer member (null = guest = last), then the id BACKWARDS (old custom) */
val order = compareByDescending<Pair<Bid, Long>> { it.second }
    .thenBy(nullsFirst<Int>()) { it.first.minute }
    .thenBy { members[it.first.who]!!.won }
    .thenBy(nullsLast<Int>()) { members[it.first.who]!!.since }
    .thenByDescending { it.first.who.reversed() }

fun close(lot: Lot, all: List<Lot>, results: MutableMap<String, Pair<String?, Long>>) {
    if (lot.no in results) return
    // of several bids of one member only the last one counts, but it keeps the minute of the first
    val byWho = LinkedHashMap<String, Bid>()
    for (b in lot.bids.orEmpty()) {
        val old = byWho[b.who]
        byWho[b.who] = if (old == null) b else b.copy(minute = old.minute, note = b.note ?: old.note)
    }
    val good = byWho.values.mapNotNull { b -> ceiling(b)?.let { b to it } }
        .filter { it.second >= (lot.reserve ?: 1L) && it.first.note?.contains("withdrawn") != true }
        .sortedWith(order)
    if (good.isEmpty()) {
        results[lot.no] = null to 0L
        log += "${lot.no}: back to the attic" + if (lot.bids == null) " (nobody came)" else ""
        return
    }
    val (best, top) = good[0]
    val step = lot.step ?: DEFAULT_STEP
    // second ceiling + step, rounded up to whole steps, never over the own ceiling, never under amount or reserve
    var price = if (good.size > 1) (good[1].second + step + step - 1) / step * step else lot.reserve ?: best.amount ?: step
    if (good.size > 1 && good[1].second == top) price = top
    price = price.coerceAtLeast(best.amount ?: 0L).coerceAtLeast(lot.reserve ?: 0L).coerceAtMost(top)
    val m = members[best.who]!!
    val own = left(m)?.coerceAtMost(price) ?: price
    m.spent += own
    if (price > own) { members[m.sponsor!!]!!.spent += price - own; log += "${lot.no}: ${m.sponsor} helps with ${price - own}" }
    m.won++
    // half up on the cent, rest to the owner (is it?)
    lot.extras?.share?.let { kitty += BigDecimal(price).multiply(it).setScale(0, RoundingMode.HALF_EVEN) }
    results[lot.no] = m.id to price
    log += "${lot.no}: ${m.id} $price"
    // pair: the winner may have the other one for the same price if nobody bids more there
    val p = lot.extras?.pairWith?.let { n -> all.find { it.no == n } } ?: return
    if (p.no !in results && p.bids.orEmpty().none { (ceiling(it) ?: 0L) > price } && (left(m) ?: Long.MAX_VALUE) >= price && price >= (p.reserve ?: 0L)) {
        m.spent += price; m.won++
        results[p.no] = m.id to price
        log += "${p.no}: ${m.id} $price (pair)"
    }
}

fun main() {
    listOf(
        Member("otter", 1998, 12000), Member("heron", 2004, null), Member("newt", null, 2500, sponsor = "otter"),
        Member("stoat", 1998, 9000, sponsor = "heron"), Member("finch", 2011, 4000),
    ).forEach { members[it.id] = it }
    val lots = listOf(
        Lot("L1 butter churn", 800, 50, listOf(Bid("otter", 900, 3000, 12), Bid("stoat", null, 3000, 12), Bid("newt", 2800, null, null))),
        Lot("L2 left skate", null, null, listOf(Bid("finch", 300, null, 3), Bid("heron", null, null, 1)), Extras(pairWith = "L3 right skate")),
        Lot("L3 right skate", 250, null, listOf(Bid("newt", 280, 300, 5), Bid("newt", 200, null, 9))),
        Lot("L4 barometer", 2000, 100, listOf(Bid("heron", null, 5550, 40), Bid("stoat", 5550, null, 31, "withdrawn?"), Bid("otter", 2000, 5410, null)), Extras(BigDecimal("0.125"))),
        Lot("L5 pram", 100, null, null),
    )
    val results = LinkedHashMap<String, Pair<String?, Long>>()
    // lots with most bids first, same number: as in the list
    for (l in lots.sortedByDescending { it.bids?.size ?: -1 }) close(l, lots, results)
    log.forEach(::println)
    for (m in members.values) println("${m.id.padEnd(8)} ${m.won} lots ${m.spent} left ${left(m) ?: "?"}")
    println("kitty $kitty, unsold ${results.count { it.value.first == null }}")
}
