//! A file of sentences as its grammar reads it.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// Keys, each with the parameters that its sentence uses.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

/// The sentences of a file, and what is wrong with the file by itself.
pub fn messages(language: &str, text: &str) -> (Messages, Vec<String>) {
    let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut faults: Vec<String> = errors.iter().map(|error| format!("{language}: {error}")).collect();
    let mut all = Messages::new();
    for entry in resource.entries() {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                let mut used = BTreeSet::new();
                match &message.value {
                    Some(value) if message.attributes.is_empty() => pattern(value, &mut used),
                    _ => faults.push(format!("{language}: {id} is not a plain sentence")),
                }
                if all.insert(id.to_owned(), used).is_some() {
                    faults.push(format!("{language}: {id} stands twice"));
                }
            }
            Entry::Term(term) => faults.push(format!("{language}: -{} is a term; none is in use", term.id.name)),
            // Junk has been reported as an error.
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    (all, faults)
}

fn pattern(of: &Pattern<&str>, used: &mut BTreeSet<String>) {
    for element in &of.elements {
        if let PatternElement::Placeable { expression } = element {
            self::expression(expression, used);
        }
    }
}

fn expression(of: &Expression<&str>, used: &mut BTreeSet<String>) {
    match of {
        Expression::Inline(value) => inline(value, used),
        Expression::Select { selector, variants } => {
            inline(selector, used);
            variants.iter().for_each(|variant| pattern(&variant.value, used));
        }
    }
}

fn inline(of: &InlineExpression<&str>, used: &mut BTreeSet<String>) {
    match of {
        InlineExpression::VariableReference { id } => drop(used.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => self::expression(expression, used),
        InlineExpression::FunctionReference { arguments, .. } => call(arguments, used),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => call(arguments, used),
        _ => {}
    }
}

fn call(of: &CallArguments<&str>, used: &mut BTreeSet<String>) {
    of.positional.iter().for_each(|value| inline(value, used));
    of.named.iter().for_each(|argument| inline(&argument.value, used));
}
