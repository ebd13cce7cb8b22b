//! Flows of least cost through a small network, in whole numbers: for the best total choice, which is a bound
//! and places nobody.
//!
//! Primal-dual: shortest paths under reduced costs (Edmonds & Karp 1972) tell which arcs are tight, then as much as
//! possible is sent along tight arcs at once (Dinitz 1970). Rounds are as many as there are different path costs, and
//! those are few where costs are ranks of choices.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// An arc; its reverse stands beside it, at the index with the last bit flipped.
#[derive(Clone, Copy, Debug)]
struct Arc {
    to: u32,
    room: i64,
    cost: i64,
}

/// A network without cycles of negative cost.
#[derive(Debug, Default)]
pub struct Network {
    arcs: Vec<Arc>,
    out: Vec<Vec<u32>>,
}

const FAR: i64 = i64::MAX / 4;

impl Network {
    /// A new node.
    pub fn node(&mut self) -> u32 {
        self.out.push(Vec::new());
        self.out.len() as u32 - 1
    }

    /// An arc with room for so much, at so much a piece; its number.
    pub fn arc(&mut self, from: u32, to: u32, room: i64, cost: i64) -> u32 {
        let number = self.arcs.len() as u32;
        self.arcs.push(Arc { to, room, cost });
        self.arcs.push(Arc { to: from, room: 0, cost: -cost });
        self.out[from as usize].push(number);
        self.out[to as usize].push(number + 1);
        number
    }

    /// What flows through an arc.
    pub fn flow(&self, arc: u32) -> i64 {
        self.arcs[arc as usize ^ 1].room
    }

    /// Sends as much from `source` to `sink` as costs less than nothing; the cost of it all, 0 or below.
    pub fn run(&mut self, source: u32, sink: u32) -> i64 {
        let mut potential = self.first_potentials(source);
        let mut total = 0;
        loop {
            let distance = self.distances(source, &potential);
            if distance[sink as usize] >= FAR {
                break;
            }
            let reached = distance[sink as usize];
            for (own, &d) in potential.iter_mut().zip(&distance) {
                *own += d.min(reached);
            }
            let cost = potential[sink as usize] - potential[source as usize];
            if cost >= 0 {
                break;
            }
            total += cost * self.saturate(source, sink, &potential);
        }
        total
    }

    /// Distances from the source where costs may be negative (Bellman-Ford, by a queue).
    fn first_potentials(&self, source: u32) -> Vec<i64> {
        let mut distance = vec![FAR; self.out.len()];
        let mut waits = vec![false; self.out.len()];
        let mut queue = VecDeque::from([source]);
        distance[source as usize] = 0;
        while let Some(node) = queue.pop_front() {
            waits[node as usize] = false;
            for &number in &self.out[node as usize] {
                let arc = self.arcs[number as usize];
                let next = distance[node as usize] + arc.cost;
                if arc.room > 0 && next < distance[arc.to as usize] {
                    distance[arc.to as usize] = next;
                    if !waits[arc.to as usize] {
                        waits[arc.to as usize] = true;
                        queue.push_back(arc.to);
                    }
                }
            }
        }
        distance.iter().map(|&d| if d == FAR { 0 } else { d }).collect()
    }

    fn reduced(&self, from: u32, arc: &Arc, potential: &[i64]) -> i64 {
        arc.cost + potential[from as usize] - potential[arc.to as usize]
    }

    /// Distances from the source under reduced costs, none of which is negative (Dijkstra).
    fn distances(&self, source: u32, potential: &[i64]) -> Vec<i64> {
        let mut distance = vec![FAR; self.out.len()];
        distance[source as usize] = 0;
        let mut heap = BinaryHeap::from([Reverse((0, source))]);
        while let Some(Reverse((d, node))) = heap.pop() {
            if d > distance[node as usize] {
                continue;
            }
            for &number in &self.out[node as usize] {
                let arc = self.arcs[number as usize];
                if arc.room > 0 {
                    let next = d + self.reduced(node, &arc, potential);
                    if next < distance[arc.to as usize] {
                        distance[arc.to as usize] = next;
                        heap.push(Reverse((next, arc.to)));
                    }
                }
            }
        }
        distance
    }

    /// Sends all that tight arcs can carry; how much.
    fn saturate(&mut self, source: u32, sink: u32, potential: &[i64]) -> i64 {
        let mut sent = 0;
        loop {
            let level = self.levels(source, potential);
            if level[sink as usize] == u32::MAX {
                return sent;
            }
            let mut next = vec![0; self.out.len()];
            loop {
                let more = self.push(source, sink, FAR, &level, &mut next, potential);
                if more == 0 {
                    break;
                }
                sent += more;
            }
        }
    }

    fn levels(&self, source: u32, potential: &[i64]) -> Vec<u32> {
        let mut level = vec![u32::MAX; self.out.len()];
        level[source as usize] = 0;
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            for &number in &self.out[node as usize] {
                let arc = &self.arcs[number as usize];
                if arc.room > 0 && level[arc.to as usize] == u32::MAX && self.reduced(node, arc, potential) == 0 {
                    level[arc.to as usize] = level[node as usize] + 1;
                    queue.push_back(arc.to);
                }
            }
        }
        level
    }

    /// One path of a level network, depth first. Networks here are a handful of layers deep.
    fn push(&mut self, node: u32, sink: u32, most: i64, level: &[u32], next: &mut [usize], potential: &[i64]) -> i64 {
        if node == sink {
            return most;
        }
        while next[node as usize] < self.out[node as usize].len() {
            let number = self.out[node as usize][next[node as usize]] as usize;
            let arc = self.arcs[number];
            let deeper = level[arc.to as usize] != u32::MAX && level[arc.to as usize] == level[node as usize] + 1;
            if arc.room > 0 && deeper && self.reduced(node, &arc, potential) == 0 {
                let sent = self.push(arc.to, sink, most.min(arc.room), level, next, potential);
                if sent > 0 {
                    self.arcs[number].room -= sent;
                    self.arcs[number ^ 1].room += sent;
                    return sent;
                }
            }
            next[node as usize] += 1;
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::Network;

    /// Every way to give three households three homes, tried one by one, against the network.
    #[test]
    fn the_cheapest_flow_is_the_best_of_all_assignments() {
        let mut number = 12_345u64;
        for _ in 0..300 {
            let mut worth = [[0i64; 3]; 3];
            for cell in worth.iter_mut().flatten() {
                number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                *cell = (number >> 60) as i64;
            }
            let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
            let best = orders.iter().map(|order| (0..3).map(|h| worth[h][order[h]]).sum::<i64>()).max();
            let mut network = Network::default();
            let nodes: Vec<u32> = (0..8).map(|_| network.node()).collect();
            for household in 0..3 {
                network.arc(nodes[6], nodes[household], 1, 0);
                network.arc(nodes[3 + household], nodes[7], 1, 0);
                for home in 0..3 {
                    network.arc(nodes[household], nodes[3 + home], 1, -worth[household][home]);
                }
            }
            assert_eq!(Some(-network.run(nodes[6], nodes[7])), best);
        }
    }
}
