//! What is published beside the tables: the report and the spreadsheet, from a verified plan.

use crate::measure::lots::{Nearness, nearness};
use crate::measure::people::{InTheWay, in_the_way, treated};
use crate::measure::treatment::{Treatment, treatment};
use crate::mix::obstacles;
use crate::model::{Base, Certificate, Draft, Obstacles, Placement, Reasons, Reference, Target};
use crate::read::Input;
use crate::report::{Lang, Told, picture_svg, report_html};
use crate::verify::Plan;
use sha2::{Digest, Sha256};

/// A verified plan with all that it was made from.
pub struct Material<'a> {
    pub input: &'a Input,
    /// The first allocation; its placement is the published one.
    pub base: &'a Base,
    pub reasons: &'a Reasons,
    /// Homes in the plan.
    pub placement: &'a Placement,
    pub plan: &'a Plan,
    pub certificate: &'a Certificate,
    /// What each rule costs the mix, by estate; empty without mixing.
    pub obstacles: &'a [Obstacles],
}

/// What each rule costs the mix, by estate; empty without mixing.
pub fn in_the_way_of(input: &Input, draft: &Draft) -> Vec<Obstacles> {
    let wanted = |target| obstacles(&input.intake, draft, &input.opt_ins, &input.roll, target);
    input.target.as_ref().map(wanted).unwrap_or_default()
}

/// Times lots are dealt: as often as a town of this size allows without anybody having to wait for it.
fn replicates(households: usize) -> usize {
    (8_000_000 / households.max(1)).clamp(199, 999)
}

/// Figures with groups behind them, with everything small left out.
struct Figures {
    treatment: Treatment,
    nearness: Nearness,
    in_the_way: Vec<InTheWay>,
}

impl Material<'_> {
    fn figures(&self) -> Figures {
        let Input { intake, roll, opt_ins, areas, target, .. } = self.input;
        let tables = [&self.base.placement, self.placement];
        let (default, seed) = (Target::default(), seed(&self.certificate.seed));
        let times = replicates(intake.households.len());
        let people = treated(intake, roll, areas, tables);
        Figures {
            treatment: treatment(&roll.groups, &people, times, seed),
            nearness: nearness(intake, roll, target.as_ref().unwrap_or(&default), tables, times, seed),
            in_the_way: in_the_way(intake, opt_ins, self.placement),
        }
    }

    /// `report.html`.
    pub fn report(&self, languages: &[Lang]) -> String {
        self.tell(|told| report_html(told, languages))
    }

    /// `picture.svg`.
    pub fn picture(&self, lang: Lang) -> String {
        self.tell(|told| picture_svg(told, lang))
    }

    fn tell(&self, write: impl FnOnce(&Told) -> String) -> String {
        let figures = self.figures();
        let target = self.input.target.as_ref();
        let shares: Vec<(String, u32)> = match target.map(|target| &target.reference) {
            Some(Reference::Shares(shares)) => self.input.roll.groups.iter().cloned().zip(shares.clone()).collect(),
            _ => Vec::new(),
        };
        let areas = self.placement.home_of.iter().flatten();
        let known = areas.filter(|home| self.input.areas[home.index()].is_some()).count() as u64;
        let told = Told {
            certificate: self.certificate,
            intake: &self.input.intake,
            base: self.base,
            reasons: self.reasons,
            plan: self.plan,
            target,
            shares: &shares,
            treatment: &figures.treatment,
            nearness: &figures.nearness,
            in_the_way: &figures.in_the_way,
            obstacles: self.obstacles,
            areas_known: known,
        };
        write(&told)
    }
}

/// The public seed gives the lots of a report as well, so that it can be written again, byte for byte.
fn seed(public: &str) -> u64 {
    let digest = Sha256::digest(format!("report:{public}").as_bytes());
    u64::from_be_bytes(digest[..8].try_into().expect("a digest has 32 bytes"))
}
