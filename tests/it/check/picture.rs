//! Tables and pictures of `check` as people see them.

use crate::desk::{mixplan, read, town, write};

fn columns(line: &str) -> usize {
    line.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

#[test]
fn tables_fit_a_hundred_columns_in_both_languages() {
    let here = town("width", "300");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let groups = ["A", "B", "C", "D", "E", "F", "G", "H"];
    let shares: Vec<String> = groups.iter().map(|group| format!("{group} = 12.5\n")).collect();
    write(&here, "target.toml", &format!("tolerance = 10\n[target]\n{}", shares.concat()));
    for lang in ["en", "zh"] {
        for more in [
            &["--internal"][..],
            &[],
            &["--internal", "--after", "out"],
            &["--internal", "--after", "out", "--target", "target.toml", "--count", "persons"],
        ] {
            let args = [&["check", "town/plan.toml", "--shuffles", "9", "--lang", lang], more].concat();
            let run = mixplan(&here, &args);
            assert_eq!(run.code, 0, "{args:?}: {}", run.err);
            for line in run.out.lines() {
                assert!(columns(line) <= 100, "{} columns: {line}", columns(line));
            }
            assert!(!run.out.contains('{'), "{}", run.out);
            if lang == "zh" {
                assert!(run.out.contains("单元") && !run.out.contains("stairwell"), "{}", run.out);
            }
        }
    }
}

#[test]
fn headline_and_split_are_sentences() {
    let here = town("sentences", "600");
    let english = mixplan(&here, &["check", "town/plan.toml", "--internal"]).out.replace('\n', " ");
    for sign in ["a neighbour is from another group", "of 100 draws", "between estates, which people chose"] {
        assert!(english.contains(sign), "{sign} in {english}");
    }
    let chinese = mixplan(&here, &["check", "town/plan.toml", "--internal", "--lang", "zh"]).out.replace('\n', "");
    for sign in ["邻居属于另一组别", "在小区之间，那是人们自己选的", "楼栋和单元"] {
        assert!(chinese.contains(sign), "{sign} in {chinese}");
    }
}

#[test]
fn the_picture_is_drawn_in_both_languages() {
    let here = town("svg", "600");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let draw = |file: &str, more: &[&str]| {
        let args = ["check", "town/plan.toml", "--after", "out", "--shuffles", "99", "--svg", file];
        mixplan(&here, &[&args[..], more].concat())
    };
    assert_eq!(draw("en.svg", &["--internal"]).code, 0);
    assert_eq!(draw("zh.svg", &["--internal", "--lang", "zh"]).code, 0);
    let (english, chinese) = (read(&here, "en.svg"), read(&here, "zh.svg"));
    for sign in ["<svg", "stairwell", "INTERNAL", "Neighbour mix"] {
        assert!(english.contains(sign), "{sign}");
    }
    for sign in ["单元", "邻里混合", "内部资料", "Noto Sans CJK SC"] {
        assert!(chinese.contains(sign), "{sign}");
    }
    // No picture names a place or a group.
    for name in ["North", "South", "Riverside"] {
        assert!(!english.contains(name), "{name}");
    }
    assert!(!here.join("en.svg.partial").exists());
    let again = draw("en.svg", &[]);
    assert_eq!((again.code, again.err.contains("--force")), (4, true), "{}", again.err);
    assert_eq!(read(&here, "en.svg"), english);
    assert_eq!(draw("en.svg", &["--force"]).code, 0);
    assert!(!read(&here, "en.svg").contains("INTERNAL"));
}
