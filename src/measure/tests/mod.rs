//! Known values, second ways, properties, chance, attacks.

mod known;
