/* water meter telegrams -> litres per household
 * rev c: rollover, rev d: leak flag      compile: cc wmeter.c
 */
#include <stdio.h>
#include <string.h>
#include <stdint.h>

/* paste the dump of the receiver here */
static const char *DUMP[] = {
    "A5 01 12 00 01 99 87 40 12 00 E1",
    "A5 02 12 00 00 04 51 00 12 00 16",
    "A5 01 12 99 99 98 00 00 12 30 58",
    "A5 02 13 00 00 04 63 10 13 00 A5",
    "A5 01 13 00 02 00 41 40 13 00 15",
    "A5 03 13 99 99 99 20 00 13 02 04",
    "A5 03 14 00 00 00 75 00 14 00 2B",
    "A5 02 14 00 00 04 63 F0 14 01 A7",
    NULL
};

#define MAXM 8
struct m { int seen; long first, last; int rolls; int day0, day1; int leak; } M[MAXM];
int bad = 0, good = 0;
unsigned char buf[32];
int len;

int hx(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

void load(const char *s)
{
    len = 0;
    while (*s && len < 32) {
        if (*s == ' ') { s++; continue; }
        buf[len++] = hx(s[0]) << 4 | hx(s[1]);
        s += 2;
    }
}

/* weird sum of the vendor: rotate left, xor, add position */
uint8_t sum(int n)
{
    uint8_t r = 0x3C;
    int i;
    for (i = 0; i < n; i++) {
        r = (uint8_t)(r << 1 | r >> 7);
        r ^= buf[i];
        r += i;
    }
    return r;
}

long bcd(int from, int n)
{
    long v = 0;
    while (n--) {
        int hi = buf[from] >> 4, lo = buf[from] & 15;
        if (hi > 9 || lo > 9) return -1;
        v = v * 100 + hi * 10 + lo;
        from++;
    }
    return v;
}

int feed(const char *line)
{
    long v;
    int id, day;
    load(line);
    if (len != 11 || buf[0] != 0xA5) { printf("?? %s\n", line); bad++; return -1; }
    if (sum(10) != buf[10]) {
        printf("checksum %02X, got %02X: %s\n", sum(10), buf[10], line);
        bad++;
        return -2;
    }
    v = bcd(3, 5);          /* 10 digits, tenths of a litre */
    id = buf[1]; day = (int)bcd(2, 1);
    if (v < 0 || id >= MAXM) { printf("meter %d: not bcd\n", id); bad++; return -3; }
    good++;
    if (!M[id].seen) { M[id].seen = 1; M[id].first = v; M[id].day0 = day; }
    else if (v < M[id].last) {
        M[id].rolls++;
        printf("meter %d rolled over on day %d (%ld -> %ld)\n", id, day, M[id].last, v);
    }
    M[id].last = v;
    M[id].day1 = day;
    if (buf[9] & 2) { M[id].leak++; printf("meter %d LEAK bit\n", id); }
    /* if (buf[9] & 0x10) battery(); */
    return id;
}

int main(void)
{
    int i;
    double all = 0;
    for (i = 0; DUMP[i]; i++) feed(DUMP[i]);
    for (i = 0; i < MAXM; i++) if (M[i].seen) {
        double l = (M[i].last - M[i].first + M[i].rolls * 10000000000.0) / 10.0;
        int d = M[i].day1 - M[i].day0;
        all += l;
        printf("%d: %.1f l in %d days", i, l, d);
        if (d > 0) printf(", %.1f per day%s", l / d, M[i].leak ? " (leak?)" : "");
        printf("\n");
    }
    printf("total %.1f l, %d ok, %d bad\n", all, good, bad);
    return bad != 0;
}
