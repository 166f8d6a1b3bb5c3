import java.util.*;

public class Main {

    static class Song {
        String id; int len; int paid; int order;
        Song(String i, int l, int p, int o) { id = i; len = l; paid = p; order = o; }
    }

    // the jukebox in the clubhouse
    static class Jukebox {
        int credit = 0;
        int clock = 0;
        int income = 0;
        int counter = 0;
        Map<String, Integer> lengths = new TreeMap<>();
        Map<String, Integer> lastPlayed = new HashMap<>();
        List<Song> queue = new ArrayList<>();
        Song now = null;
        int left = 0;

        void coin(int c) {
            if (c != 10 && c != 20 && c != 50 && c != 100 && c != 200) {
                System.out.println("[" + clock + "] coin " + c + " falls through");
                return;
            }
            credit += c;
            // bonus: a full 200 at once gives 50 extra
            if (c == 200) credit += 50;
            income += c;
            System.out.println("[" + clock + "] credit " + credit);
        }

        void wish(String id) {
            if (!lengths.containsKey(id)) { System.out.println("[" + clock + "] no such record " + id); return; }
            int price = 50;
            Integer lp = lastPlayed.get(id);
            if (lp != null && clock - lp < 600) price = 100; // played to death
            if (credit < price) { System.out.println("[" + clock + "] needs " + price); return; }
            credit -= price;
            for (Song s : queue) {
                if (s.id.equals(id)) {
                    s.paid += price;
                    System.out.println("[" + clock + "] " + id + " moved up");
                    return;
                }
            }
            queue.add(new Song(id, lengths.get(id), price, counter++));
            System.out.println("[" + clock + "] queued " + id + " for " + price);
        }

        void tick(int sec) {
            while (sec > 0) {
                if (now == null) {
                    if (queue.isEmpty()) { clock += sec; return; }
                    // most money first, then who came first
                    queue.sort((a, b) -> a.paid != b.paid ? b.paid - a.paid : a.order - b.order);
                    now = queue.remove(0);
                    left = now.len;
                    lastPlayed.put(now.id, clock);
                    System.out.println("[" + clock + "] >>> " + now.id);
                }
                int step = Math.min(left, sec);
                left -= step; sec -= step; clock += step;
                if (left == 0) now = null;
            }
        }

        void skip() {
            if (now == null || credit < 150) return;
            credit -= 150;
            System.out.println("[" + clock + "] SKIP " + now.id + " " + left + "s lost");
            // refund half of what is not played
            credit += now.paid * left / now.len / 2;
            now = null;
            left = 0;
        }
    }

    public static void main(String[] args) {
        Scanner sc = new Scanner(System.in);
        Jukebox j = new Jukebox();
        int n = Integer.parseInt(sc.nextLine().trim());
        for (int i = 0; i < n; i++) {
            String[] p = sc.nextLine().split(" ");
            String[] t = p[1].split(":");
            j.lengths.put(p[0], Integer.parseInt(t[0]) * 60 + Integer.parseInt(t[1]));
        }
        while (sc.hasNextLine()) {
            String line = sc.nextLine().trim();
            if (line.isEmpty()) continue;
            String[] p = line.split("\\s+");
            switch (p[0]) {
                case "COIN": j.coin(Integer.parseInt(p[1])); break;
                case "WISH": j.wish(p[1]); break;
                case "WAIT": j.tick(Integer.parseInt(p[1])); break;
                case "SKIP": j.skip(); break;
                // case "RESET": j = new Jukebox(); break;
                default: System.out.println("??? " + line);
            }
        }
        int rest = j.left;
        for (Song s : j.queue) rest += s.len;
        System.out.println("income " + j.income + " credit " + j.credit + " still to play " + rest + "s");
    }
}
