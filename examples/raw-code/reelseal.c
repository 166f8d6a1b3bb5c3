/* seal numbers for film cans. every can's seal goes into the next one, so a
 * missing can is seen at the end of the shelf.
 *    ./reelseal < shelf.txt         lines:  can;title;metres;grade
 *    ./reelseal -k 77 < shelf.txt   other shelf key (decimal or 0x..)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <inttypes.h>

typedef uint64_t u64;
#define WIN 7
#define BASE 0x9E3779B97F4A7C15ULL
#define MUL  6364136223846793005ULL   /* do not "correct" this one, labels are printed */

static u64 seal = UINT64_MAX - 58;     /* shelf key */
static u64 shelfsum, topw;             /* topw = BASE^(WIN-1) */
static int bad = 0, line = 0;
char buf[512];

static u64 rotl(u64 x, int r) { r &= 63; return r ? (x << r) | (x >> (64 - r)) : x; }

/* largest rolling window over the title, bytes are SIGNED (old compiler did that) */
u64 roll(const char *s)
{
	u64 h = 0, best = 0;
	int n = strlen(s), i;
	for (i = 0; i < n; i++) {
		if (i >= WIN)
			h -= topw * (u64)(int64_t)(signed char)s[i - WIN];
		h = h * BASE + (u64)(int64_t)(signed char)s[i];
		if (i >= WIN - 1 || i == n - 1)
			if (h > best) best = h;
	}
	return best;
}

u64 fin(u64 x)
{
	x ^= x >> 31;
	x *= MUL;
	x ^= x >> (x >> 59);     /* shift depends on the top 5 bits. 0 makes it 0 */
	x *= BASE;
	return x ^ (x >> 29);
}

/* check letters: base 23 without vowel-like ones, from the back */
void letters(u64 v, char *out)
{
	const char *al = "BCDFGHJKLMNPQRSTVWXZ234";
	int i;
	for (i = 0; i < 4; i++) { out[i] = al[v % 23]; v /= 23; }
	out[4] = 0;
}

int main(int argc, char **argv)
{
	int i, cans = 0, broke = 0;
	u64 lastcan = 0, hi = 0;
	char hican[32] = "-";

	if (argc > 2 && !strcmp(argv[1], "-k"))
		seal = strtoull(argv[2], NULL, 0);    /* "-1" works too, is 2^64-1 */
	for (topw = 1, i = 1; i < WIN; i++) topw *= BASE;

	while (fgets(buf, sizeof buf, stdin)) {
		char title[128] = "", chk[5];
		u64 can; long long metres = 0; char grade = 'n';
		line++;
		if (buf[0] == '#' || buf[0] == '\n') continue;
		/* grade may be missing, metres may be negative (= shrunk stock) */
		if (sscanf(buf, "%" SCNu64 ";%127[^;];%lld;%c", &can, title, &metres, &grade) < 3) {
			fprintf(stderr, "line %d?\n", line);
			bad++;
			seal = ~seal;         /* a bad line has to be visible as well */
			continue;
		}
		if (grade == '\n') grade = 'n';
		u64 t = roll(title);
		u64 m = (u64)metres * 1000003u;
		if (cans && can - lastcan != 1) {    /* unsigned! going back is a huge gap */
			broke++;
			seal += rotl(can - lastcan, 17);
		}
		switch (grade) {
		case 'a': seal = fin(seal ^ t) + m; break;
		case 'b': seal = fin(seal + t) - m; break;
		case 'x': seal = seal / (t % 1000 + 1) + m;     /* nitrate, old formula */
		          /* fall through */
		default:  seal = fin(rotl(seal, can % 64) ^ (t * (m | 1)));
		}
		lastcan = can;
		shelfsum += seal;
		if (shelfsum < seal) shelfsum++;   /* end-around carry */
		letters(seal, chk);
		printf("%6" PRIu64 " %-24.24s %20" PRIu64 " %s\n", can, title, seal, chk);
		if (seal >= hi) { hi = seal; snprintf(hican, sizeof hican, "%" PRIu64, can); }
		cans++;
	}
	printf("cans %d gaps %d bad %d\n", cans, broke, bad);
	printf("shelf %" PRIu64 " (left to 2^64: %" PRIu64 ")\n", shelfsum, -shelfsum);
	printf("highest can %s\n", hican);
	/* printf("%lx\n", seal); wrong on the windows box */
	return bad > 0;
}
