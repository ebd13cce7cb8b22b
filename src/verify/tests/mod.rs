//! Tests of the room: small towns, a naive first allocation made by brute force, and plans spoiled on purpose.

mod naive;
mod oracle;

mod town;
