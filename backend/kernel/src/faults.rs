//! All refusals of one form, gathered and answered at once.

use crate::{FieldFault, TextFault};

/// Gathers what is wrong with a form, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<FieldFault>);

impl Faults {
    /// The parsed value, or nothing and a note at this field (RFC 6901 pointer).
    pub fn take<T>(&mut self, pointer: &str, parsed: Result<T, TextFault>) -> Option<T> {
        parsed
            .map_err(|fault| self.refuse(pointer, fault.code()))
            .ok()
    }

    /// As [`Faults::take`], for a field that may be left out or empty.
    pub fn take_optional<T>(
        &mut self,
        pointer: &str,
        raw: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, TextFault>,
    ) -> Option<T> {
        let raw = raw.filter(|text| !text.trim().is_empty())?;
        self.take(pointer, parse(raw))
    }

    pub fn refuse(&mut self, pointer: impl Into<String>, code: impl Into<String>) {
        self.0.push(FieldFault::new(pointer, code));
    }

    pub fn into_fields(self) -> Vec<FieldFault> {
        self.0
    }

    /// The value when nothing was refused; a missing value without a note cannot happen and counts as refused.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<FieldFault>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Line;

    #[test]
    fn every_field_is_named_at_once() {
        let mut faults = Faults::default();
        faults.take("/title", Line::<5>::parse(""));
        faults.take("/place", Line::<5>::parse("veel te lang"));
        assert_eq!(
            faults.into_fields(),
            [
                FieldFault::new("/title", "text.empty"),
                FieldFault::new("/place", "text.too-long")
            ]
        );
    }
}
