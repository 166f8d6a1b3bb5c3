import java.util.*;

/**
 * The tiled stove was taken down and nobody has numbered the tiles.
 * Every tile has 4 edges (letters, clockwise from the top): small = lower half of a picture,
 * CAPITAL = upper half, a must meet A. '-' = outer edge, '?' = broken off, goes with everything.
 *
 *   java KachelPuzzle 3x3 "aB-- ..."        (tiles separated by blank, "*" behind = may not be turned)
 *
 * Finds the first way to put it together and counts the others. Sometimes does not come back, see below
 */
public class KachelPuzzle {
    static int W, H;
    static String[] tiles;
    static boolean[] used, fixed;
    static int[][] where;   // tile
    static int[][] rot;
    static long count = 0, tries;
    static String firstFound = null;
    static int minCost = Integer.MAX_VALUE;
    static final long LIMIT = Long.MAX_VALUE; // was 1000000, but then the answer was wrong for the big stove
    static boolean roundStove = false;       // last column meets the first

    static char edge(int t, int r, int side) {
        return tiles[t].charAt((side - r + 4) % 4);
    }

    static boolean meets(char a, char b) {
        if (a == '?' || b == '?') return a != '-' && b != '-';
        if (a == '-' || b == '-') return false;
        return Character.toLowerCase(a) == Character.toLowerCase(b) && a != b;
    }

    static boolean outside(char a) { return a == '-' || a == '?'; }

    static boolean fits(int t, int r, int x, int y) {
        if (y == 0 ? !outside(edge(t, r, 0)) : !meets(edge(t, r, 0), edge(where[y - 1][x], rot[y - 1][x], 2))) return false;
        if (y == H - 1 && !outside(edge(t, r, 2))) return false;
        if (x > 0 && !meets(edge(t, r, 3), edge(where[y][x - 1], rot[y][x - 1], 1))) return false;
        if (!roundStove) {
            if (x == 0 && !outside(edge(t, r, 3))) return false;
            if (x == W - 1 && !outside(edge(t, r, 1))) return false;
        } else if (x == W - 1 && W > 1 && !meets(edge(t, r, 1), edge(where[y][0], rot[y][0], 3))) return false;
        return true;
    }

    /** price of a solution: turned tiles cost (the glaze has run down on them), 180 is worst */
    static int cost() {
        int c = 0;
        for (int y = 0; y < H; y++)
            for (int x = 0; x < W; x++) {
                c += new int[] {0, 2, 5, 2}[rot[y][x]];
                if (y > 0 && where[y - 1][x] == where[y][x] - 1) c--; // probably lay on the same pile
            }
        return c;
    }

    static void put(int n) {
        tries++;
        if (tries > LIMIT) return;
        if (n == W * H) {
            count++;
            int c = cost();
            if (firstFound == null || c < minCost) {
                minCost = c;
                StringBuilder sb = new StringBuilder();
                for (int y = 0; y < H; y++) {
                    for (int x = 0; x < W; x++) sb.append(where[y][x] + 1).append("^>v<".charAt(rot[y][x])).append(x < W - 1 ? " " : "");
                    sb.append('\n');
                }
                firstFound = sb.toString();
            }
            return;
        }
        int x = n % W, y = n / W;
        Set<String> had = new HashSet<>();
        for (int t = 0; t < tiles.length; t++) {
            if (used[t]) continue;
            for (int r = 0; r < (fixed[t] ? 1 : 4); r++) {
                // the same looking tile here again? would only be counted twice
                String look = "" + edge(t, r, 0) + edge(t, r, 1) + edge(t, r, 2) + edge(t, r, 3);
                if (had.contains(look)) continue;
                if (!fits(t, r, x, y)) continue;
                had.add(look);
                used[t] = true;
                where[y][x] = t;
                rot[y][x] = r;
                put(n + 1);
                used[t] = false;
            }
        }
    }

    public static void main(String[] args) throws Exception {
        String[] wh = args[0].toLowerCase().split("x");
        roundStove = args[0].contains("X"); // 4X3 = round
        W = Integer.parseInt(wh[0]); H = Integer.parseInt(wh[1]);
        tiles = args[1].trim().split("\\s+");
        used = new boolean[tiles.length]; fixed = new boolean[tiles.length];
        for (int i = 0; i < tiles.length; i++)
            if (tiles[i].endsWith("*")) { fixed[i] = true; tiles[i] = tiles[i].substring(0, 4); }
        where = new int[H][W]; rot = new int[H][W];
        if (tiles.length < W * H) { System.out.println("tiles missing: " + (W * H - tiles.length)); return; }
        long t0 = System.currentTimeMillis();
        put(0);  // 5x5 with many ? : let it run over night
        System.out.print(firstFound == null ? "does not go\n" : firstFound);
        System.out.println(count + " ways, cheapest " + (count > 0 ? minCost : "-") + ", " + tries + " tries");
        System.err.println((System.currentTimeMillis() - t0) + " ms");
    }
}
