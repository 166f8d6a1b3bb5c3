package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

// replays an access log against a token bucket limiter, to find out
// who would have been locked out with the new settings
//   limiter -cap 10 -per 2.5 -strikes 3 < access.log
// line: <millis> <client> <path>

var (
	capacity = flag.Int("cap", 10, "bucket size")
	per      = flag.Float64("per", 2.0, "tokens per second")
	strikes  = flag.Int("strikes", 3, "refusals until penalty box")
)

type bucket struct {
	tokens  float64
	last    int64
	refused int
	row     int // refusals in a row
	until   int64
	boxed   int
	served  int
}

var buckets = map[string]*bucket{}
var clock int64
var skipped int

func cost(path string) float64 {
	switch {
	case strings.HasPrefix(path, "/static/"):
		return 0.25
	case strings.HasPrefix(path, "/search"):
		return 3
	case strings.HasSuffix(path, ".csv"), strings.HasSuffix(path, "/export"):
		return 5
	}
	return 1
}

func hit(client, path string) bool {
	b, ok := buckets[client]
	if !ok {
		b = &bucket{tokens: float64(*capacity), last: clock}
		buckets[client] = b
	}
	if clock < b.until {
		b.refused++
		// knocking while in the box makes it longer
		b.until += 250
		return false
	}
	b.tokens += float64(clock-b.last) / 1000 * *per
	if b.tokens > float64(*capacity) {
		b.tokens = float64(*capacity)
	}
	b.last = clock
	c := cost(path)
	if b.tokens >= c {
		b.tokens -= c
		b.row = 0
		b.served++
		return true
	}
	b.refused++
	b.row++
	if b.row >= *strikes {
		b.boxed++
		b.until = clock + int64(5000)<<uint(b.boxed-1) // doubles every time
		b.row = 0
		fmt.Printf("%d %s goes into the box until %d\n", clock, client, b.until)
	}
	return false
}

func main() {
	flag.Parse()
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		f := strings.Fields(sc.Text())
		if len(f) < 3 {
			skipped++
			continue
		}
		t, err := strconv.ParseInt(f[0], 10, 64)
		if err != nil || t < clock {
			skipped++ // clock went backwards
			continue
		}
		clock = t
		hit(f[1], f[2])
	}
	var names []string
	for k := range buckets {
		names = append(names, k)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := buckets[names[i]], buckets[names[j]]
		if a.refused != b.refused {
			return a.refused > b.refused
		}
		return names[i] < names[j]
	})
	for _, n := range names {
		b := buckets[n]
		fmt.Printf("%-15s served %4d refused %4d boxed %d\n", n, b.served, b.refused, b.boxed)
	}
	if skipped > 0 {
		fmt.Println("skipped", skipped)
	}
}
