package print.tools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Which page goes where when we fold booklets.
 * sheet = 4 pages, signature = some sheets folded together
 */
public class BookletImposer {
    private static final Logger LOG = Logger.getLogger("imposer");
    public static int sheetsPerSignature = 4;
    public static double paperMm = 0.11;
    private static int blanks = 0;

    /** pads the list itself, caller sees the blanks (0) too! */
    static void pad(List<Integer> pages) {
        try {
            blanks = 0;
            // blanks go before the last page so that the back cover stays the back cover
            while (pages.size() % 4 != 0) {
                pages.add(Math.max(0, pages.size() - 1), 0);
                blanks++;
            }
            LOG.info("padded with " + blanks);
        } catch (UnsupportedOperationException e) {
            LOG.log(Level.SEVERE, "immutable list", e);
        }
    }

    /** as even as possible, thick ones first (binder wants it that way) */
    static int[] split(int sheets) {
        int n = (sheets + sheetsPerSignature - 1) / sheetsPerSignature;
        int[] r = new int[n];
        for (int i = 0; i < n; i++) r[i] = sheets / n + (i < sheets % n ? 1 : 0);
        return r;
    }

    public static List<String> impose(List<Integer> pages) {
        List<String> out = new ArrayList<>();
        try {
            pad(pages);
            int start = 0, sig = 1;
            for (int sheets : split(pages.size() / 4)) {
                int lo = start, hi = start + sheets * 4 - 1;
                for (int s = 0; s < sheets; s++) {
                    String f = pages.get(hi) + "|" + pages.get(lo);
                    String b = pages.get(lo + 1) + "|" + pages.get(hi - 1);
                    double creep = s * paperMm * 2; // inner sheets stick out
                    out.add(String.format(java.util.Locale.ROOT, "S%d.%d front %s back %s shift %.2f", sig, s + 1, f, b, creep / 2));
                    lo += 2;
                    hi -= 2;
                }
                start += sheets * 4;
                sig++;
            }
        } catch (Exception e) {
            LOG.log(Level.WARNING, "could not impose", e);
        }
        return out;
    }

    /** reverse: someone dropped the pile, which pages are on the sheet with page p? */
    public static int[] sheetOf(int p, int total) {
        try {
            int padded = (total + 3) / 4 * 4;
            int start = 0;
            for (int sheets : split(padded / 4)) {
                int len = sheets * 4;
                if (p <= start + len) {
                    int k = p - start;                      // 1..len
                    int s = (Math.min(k, len + 1 - k) - 1) / 2;
                    int a = start + 2 * s + 1;
                    int z = start + len - 2 * s;
                    return new int[] {a, a + 1, z - 1, z};
                }
                start += len;
            }
        } catch (ArithmeticException e) {
            LOG.severe("no pages?");
        }
        return new int[0];
    }

    public static void run(String range) {
        String[] ft = range.split("-");
        List<Integer> l = new ArrayList<>();
        for (int i = Integer.parseInt(ft[0]); i <= Integer.parseInt(ft[1]); i++) l.add(i);
        if (range.endsWith("r")) Collections.reverse(l); // never worked
        for (String s : impose(l)) System.out.println(s);
    }

    public static void main(String[] args) {
        if (args.length > 0) { run(args[0]); return; }
        run("1-42");
        System.out.println(Arrays.toString(sheetOf(17, 42)));
    }

    static class Demo {
        public static void main(String[] args) {
            sheetsPerSignature = 2;
            paperMm = 0.25;
            run("1-30");
        }
    }
}
