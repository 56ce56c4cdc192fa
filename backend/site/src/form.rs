//! A field of a form, with its hint and what is wrong with it where it is typed.

use maud::{Markup, html};

pub struct Field<'a> {
    pub id: &'a str,
    pub label: String,
    pub hint: Option<String>,
    pub error: Option<String>,
}

impl Field<'_> {
    /// The input comes from the caller, with [`Self::described`] and [`Self::invalid`].
    pub fn around(&self, input: &Markup) -> Markup {
        let invalid = if self.error.is_some() {
            " utrecht-form-field--invalid"
        } else {
            ""
        };
        html! {
            div class=(format!("utrecht-form-field np-field{invalid}")) {
                label class="utrecht-form-label utrecht-form-field__label" for=(self.id) { (self.label) }
                @if let Some(hint) = &self.hint {
                    div.utrecht-form-field-description id=(format!("{}-hint", self.id)) { (hint) }
                }
                @if let Some(error) = &self.error {
                    div class="utrecht-form-field-error-message utrecht-form-field__error-message" id=(format!("{}-error", self.id)) role="alert" { (error) }
                }
                div.utrecht-form-field__input { (input) }
            }
        }
    }

    pub fn described(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        let all: Vec<String> = hint.into_iter().chain(error).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// Where the reader goes on: the first field that is wrong has the focus.
    pub const fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    pub fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    pub fn class(&self) -> &'static str {
        match self.error {
            Some(_) => "utrecht-textbox utrecht-textbox--invalid",
            None => "utrecht-textbox",
        }
    }
}
