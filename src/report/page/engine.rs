//! Templates: structure in `data/pages`, sentences in `data/words`. Whatever is put into a page is escaped.

use super::super::words::{Lang, Words, thousands};
use fluent_bundle::{FluentArgs, FluentValue};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{Environment, Error, UndefinedBehavior};
use std::sync::Arc;

/// Every template by name. Names end in `.html` or `.xml`, which turns escaping on.
const TEMPLATES: [(&str, &str); 10] = [
    ("shell.html", include_str!("../../../data/pages/shell.html")),
    ("report.html", include_str!("../../../data/pages/report.html")),
    ("pictures.html", include_str!("../../../data/pages/pictures.html")),
    ("treatment.html", include_str!("../../../data/pages/treatment.html")),
    ("proof.html", include_str!("../../../data/pages/proof.html")),
    ("style.html", include_str!("../../../data/pages/style.html")),
    ("list.html", include_str!("../../../data/pages/list.html")),
    ("letters.html", include_str!("../../../data/pages/letters.html")),
    ("still.xml", include_str!("../../../data/pages/still.xml")),
    ("picture.html", include_str!("../../../data/pages/picture.html")),
];

/// Renders pages in one language.
pub(in crate::report) struct Engine {
    env: Environment<'static>,
    /// The language.
    pub lang: Lang,
    /// Its sentences.
    pub words: Arc<Words>,
}

impl Engine {
    pub fn new(lang: Lang) -> Self {
        let words = Arc::new(Words::for_pages(lang));
        let mut env = Environment::new();
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        env.set_syntax(syntax.expect("only white space is set"));
        for (name, text) in TEMPLATES {
            env.add_template(name, text).expect("the templates are part of the program and a test renders each");
        }
        let speaks = Arc::clone(&words);
        env.add_function("t", move |key: &str, params: Kwargs| say(&speaks, key, &params));
        env.add_filter("num", |number: u64| thousands(number));
        env.add_global("lang", lang.tag());
        // What stands between two sentences.
        env.add_global("gap", if lang == Lang::Zh { "" } else { " " });
        Self { env, lang, words }
    }

    /// A page from a template of the list above.
    pub fn render(&self, template: &str, context: Value) -> String {
        let template = self.env.get_template(template).expect("a template of the list");
        template.render(context).expect("contexts have all that their templates ask for")
    }
}

/// `t("key", name=value)`: a sentence.
fn say(words: &Words, key: &str, params: &Kwargs) -> Result<String, Error> {
    let mut args = FluentArgs::new();
    let names: Vec<&str> = params.args().collect();
    for name in names {
        let value: Value = params.get(name)?;
        let value = match (value.kind(), u64::try_from(value.clone())) {
            (ValueKind::Number, Ok(number)) => FluentValue::from(number),
            _ => FluentValue::from(value.to_string()),
        };
        args.set(name.to_owned(), value);
    }
    Ok(words.say(key, &args))
}

/// A name inside of a sentence, kept apart from the direction of the text around it (Unicode Standard Annex 9).
pub(in crate::report) fn apart(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}
