// escape room: the cabinet with the levers
// every lever has 3 positions (0,1,2). pulling one also drags some others along.
//
//   rustc -O puzzle.rs && ./puzzle 021102 111111 "0:1+,2-;1:0+,3+;2:5-;3:4+;4:1-;5:0+"
//
// a+ = lever a goes one further, a- = one back. the pulled lever itself always goes +1
use std::collections::{HashMap, VecDeque};
use std::env;

type Links = Vec<Vec<(usize, u8)>>;

fn parse_links(s: &str, n: usize) -> Result<Links, String> {
    let mut l: Links = vec![vec![]; n];
    for part in s.split(';').filter(|p| !p.trim().is_empty()) {
        let (a, rest) = part.split_once(':').ok_or(format!("no colon in {}", part))?;
        let a: usize = a.trim().parse().map_err(|_| format!("lever? {}", a))?;
        if a >= n {
            return Err(format!("lever {} does not exist", a));
        }
        for x in rest.split(',') {
            let x = x.trim();
            if x.len() < 2 {
                continue;
            }
            let (num, sign) = x.split_at(x.len() - 1);
            let b: usize = num.parse().map_err(|_| format!("lever? {}", num))?;
            if b >= n {
                return Err(format!("lever {} does not exist", b));
            }
            l[a].push((b, if sign == "+" { 1 } else { 2 }));
        }
    }
    Ok(l)
}

fn encode(v: &[u8]) -> u32 {
    v.iter().fold(0, |a, &d| a * 3 + d as u32)
}

fn decode(mut c: u32, n: usize) -> Vec<u8> {
    let mut v = vec![0; n];
    for i in (0..n).rev() {
        v[i] = (c % 3) as u8;
        c /= 3;
    }
    v
}

fn pull(v: &mut Vec<u8>, i: usize, l: &Links) {
    // a lever in position 2 is locked unless its right neighbour is in 0
    // (spring inside, found out the hard way)
    let r = (i + 1) % v.len();
    if v[i] == 2 && v[r] != 0 {
        return;
    }
    v[i] = (v[i] + 1) % 3;
    for &(j, d) in &l[i] {
        v[j] = (v[j] + d) % 3;
    }
}

fn solve(start: &[u8], goal: &[u8], l: &Links) -> (Option<Vec<usize>>, usize) {
    let n = start.len();
    let s = encode(start);
    let g = encode(goal);
    let mut from: HashMap<u32, (u32, usize)> = HashMap::new();
    let mut q = VecDeque::new();
    from.insert(s, (s, usize::MAX));
    q.push_back(s);
    while let Some(c) = q.pop_front() {
        if c == g {
            let mut path = vec![];
            let mut x = c;
            while x != s {
                let (p, i) = from[&x];
                path.push(i);
                x = p;
            }
            path.reverse();
            return (Some(path), from.len());
        }
        for i in 0..n {
            let mut v = decode(c, n);
            pull(&mut v, i, l);
            let e = encode(&v);
            if !from.contains_key(&e) {
                from.insert(e, (c, i));
                q.push_back(e);
            }
        }
    }
    (None, from.len())
}

fn main() {
    let a: Vec<String> = env::args().collect();
    let digits = |s: &str| s.bytes().map(|b| (b - b'0') % 3).collect::<Vec<u8>>();
    let start = digits(a.get(1).map(|s| s.as_str()).unwrap_or("021102"));
    let goal = digits(a.get(2).map(|s| s.as_str()).unwrap_or("111111"));
    let links = parse_links(a.get(3).map(|s| s.as_str()).unwrap_or("0:1+,2-;1:0+,3+;2:5-;3:4+;4:1-;5:0+"), start.len()).expect("links");
    assert_eq!(start.len(), goal.len());
    match solve(&start, &goal, &links) {
        (Some(p), seen) => println!("{} pulls: {:?} ({} states)", p.len(), p, seen),
        (None, seen) => println!("impossible, tried {} states", seen),
    }
}
