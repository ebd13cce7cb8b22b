//! Names of levels as people say them. What a file calls its levels is the user's own word, but for the usual ones.

use super::super::words::Words;

/// A level's name in the language of the words; the user's own name where it is none of the usual.
pub fn level_word(name: &str, words: &Words) -> String {
    let key = match name.trim().to_lowercase().as_str() {
        "county" | "县" | "区县" => "level-county",
        "township" | "乡镇" | "镇" | "街道" => "level-township",
        "community" | "社区" | "village" | "村" => "level-community",
        "estate" | "小区" | "安置点" => "level-estate",
        "building" | "楼栋" | "栋" | "楼号" => "level-building",
        "stairwell" | "单元" => "level-stairwell",
        "floor" | "楼层" | "层" => "level-floor",
        "unit" | "place" | "地点" => "level-place",
        _ => return name.to_owned(),
    };
    words.plain(key)
}
