//! Tests of the room: small towns, a naive first allocation made by brute force, and plans spoiled on purpose.

mod blind_base;
mod bytes;
mod claims;
mod ids;
mod naive;
mod oracle;
mod saboteurs;
mod scale;
mod tickets;
mod town;
