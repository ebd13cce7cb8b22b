//! Every sentence of the program, by key, in Chinese and English: `data/words/zh.ftl` and `en.ftl` (Project Fluent).

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Chinese.
    Zh,
}

impl Lang {
    /// The language of a tag such as `zh`, `zh_CN.UTF-8` or `en-GB`; `None` for any other.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        if tag.starts_with("zh") {
            Some(Lang::Zh)
        } else if tag.starts_with("en") {
            Some(Lang::En)
        } else {
            None
        }
    }

    /// Its tag: `en` or `zh`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }
}

/// The sentences of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Loads a language; its file is part of the program.
    pub fn new(lang: Lang) -> Self {
        let (text, tag) = match lang {
            Lang::En => (include_str!("../../data/words/en.ftl"), "en"),
            Lang::Zh => (include_str!("../../data/words/zh.ftl"), "zh"),
        };
        let tag: LanguageIdentifier = tag.parse().expect("both tags are well formed");
        // A test parses both files and finds no error in them.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks keep right-to-left names apart; our languages run one way, and the marks would end up in CSV.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// The same with the thousands of numbers apart, as pages show them.
    pub fn for_pages(lang: Lang) -> Self {
        let mut words = Self::new(lang);
        words.bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) if number.value >= 0.0 && number.value.fract() == 0.0 => {
                Some(thousands(number.value as u64))
            }
            _ => None,
        }));
        words
    }

    /// The sentence behind a key, its parameters filled in. A key that does not exist is shown as it is.
    pub fn say(&self, key: &str, args: &FluentArgs) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("{{{key}}}");
        };
        self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned()
    }

    /// A sentence without parameters.
    pub fn plain(&self, key: &str) -> String {
        self.say(key, &FluentArgs::new())
    }

    /// A sentence whose parameters are all text, as problems and breaches carry them.
    pub fn say_text(&self, key: &str, params: &[(&'static str, String)]) -> String {
        let args: FluentArgs = params.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str()))).collect();
        self.say(key, &args)
    }
}

/// A number with its thousands apart.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Parameters of a sentence: `args([("count", 3.into()), ("estate", "North".into())])`.
pub fn args<'a, const N: usize>(list: [(&'a str, FluentValue<'a>); N]) -> FluentArgs<'a> {
    list.into_iter().collect()
}
