//! Every field of a body that does not fit, at once.
//!
//! serde stops at the first one. So what was refused is put right for the moment, and asked again, until
//! nothing is refused or no more can be put right: the types stay the only place that knows what fits.

use kernel::FieldFault;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

type Misfit = serde_path_to_error::Error<serde_json::Error>;

/// More than this nobody reads at once.
const MOST: usize = 30;

/// All of them, in the order in which they were met; `first` is what the body itself was refused for.
pub fn all<T: DeserializeOwned>(bytes: &[u8], first: &Misfit) -> Vec<FieldFault> {
    let mut faults = vec![fault_of(first)];
    let Ok(mut body) = serde_json::from_slice::<Value>(bytes) else {
        return faults;
    };
    let mut mended = Vec::new();
    while let Err(next) = read::<T>(&body) {
        let fault = fault_of(&next);
        if !faults.contains(&fault) {
            faults.push(fault.clone());
        }
        if faults.len() >= MOST || mended.contains(&fault) || !mend::<T>(&mut body, &fault, &next) {
            break;
        }
        mended.push(fault);
    }
    faults
}

fn read<T: DeserializeOwned>(body: &Value) -> Result<T, Misfit> {
    serde_path_to_error::deserialize(body)
}

/// Where, and in which way it does not fit.
pub fn fault_of(error: &Misfit) -> FieldFault {
    let message = error.inner().to_string();
    let code = if message.starts_with("unknown field") {
        "field.unknown"
    } else if message.starts_with("missing field") {
        "field.missing"
    } else {
        "field.wrong-type"
    };
    let mut pointer: String = error.path().iter().filter_map(segment).collect();
    if code == "field.missing"
        && let Some(name) = message.split('`').nth(1)
    {
        pointer = format!("{pointer}/{name}");
    }
    FieldFault::new(pointer, code)
}

fn segment(part: &serde_path_to_error::Segment) -> Option<String> {
    use serde_path_to_error::Segment::{Enum, Map, Seq, Unknown};
    match part {
        Map { key } => Some(format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
        Seq { index } => Some(format!("/{index}")),
        Enum { .. } | Unknown => None,
    }
}

/// Puts something there that fits, so that the next fault shows; false when nothing does.
fn mend<T: DeserializeOwned>(body: &mut Value, fault: &FieldFault, error: &Misfit) -> bool {
    let Some((parent, name)) = fault.pointer.rsplit_once('/') else {
        return false;
    };
    let name = name.replace("~1", "/").replace("~0", "~");
    if fault.code == "field.unknown" {
        let object = body.pointer_mut(parent).and_then(Value::as_object_mut);
        return object.is_some_and(|object| object.remove(&name).is_some());
    }
    let mut tries = stand_ins().to_vec();
    tries.extend(variant_in(error));
    for _ in 0..MOST {
        let Some(stand_in) = tries.pop() else {
            return false;
        };
        if !put(body, parent, &name, stand_in) {
            return false;
        }
        let Err(still) = read::<T>(body) else {
            return true;
        };
        if !is_at(&fault_of(&still).pointer, &fault.pointer) {
            return true;
        }
        tries.extend(variant_in(&still));
    }
    false
}

fn is_at(pointer: &str, place: &str) -> bool {
    let beyond = pointer.strip_prefix(place);
    beyond.is_some_and(|beyond| beyond.is_empty() || beyond.starts_with('/'))
}

/// serde names what it would have taken: unknown variant `x`, expected `a` or `b`.
fn variant_in(error: &Misfit) -> Option<Value> {
    let message = error.inner().to_string();
    let named = message.strip_prefix("unknown variant")?.split('`').nth(3)?;
    Some(named.into())
}

fn stand_ins() -> [Value; 9] {
    [
        Value::Null,
        json!("x"),
        json!(1),
        json!(false),
        json!([]),
        json!({}),
        json!("00000000-0000-0000-0000-000000000000"),
        json!("2026-01-01T00:00:00Z"),
        json!("nl"),
    ]
}

fn put(body: &mut Value, parent: &str, name: &str, value: Value) -> bool {
    match body.pointer_mut(parent) {
        Some(Value::Object(object)) => {
            object.insert(name.to_owned(), value);
            true
        }
        Some(Value::Array(list)) => {
            let place = name
                .parse()
                .ok()
                .and_then(|index: usize| list.get_mut(index));
            place.map(|place| *place = value).is_some()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        Guide,
        Study,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "camelCase")]
    #[expect(dead_code, reason = "only its type matters here")]
    struct Form {
        title: String,
        kind: Kind,
        wanted: Vec<Wanted>,
        the_rest: Option<i64>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its type matters here")]
    struct Wanted {
        name: String,
        number: u32,
    }

    fn check(body: &str, expected: &[&str]) {
        let mut reader = serde_json::Deserializer::from_slice(body.as_bytes());
        let first = serde_path_to_error::deserialize::<_, Form>(&mut reader).unwrap_err();
        let mut found: Vec<String> = all::<Form>(body.as_bytes(), &first)
            .into_iter()
            .map(|fault| format!("{} {}", fault.pointer, fault.code))
            .collect();
        found.sort();
        let mut expected: Vec<String> = expected.iter().map(|it| (*it).to_owned()).collect();
        expected.sort();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn everything_that_does_not_fit_is_said_at_once() {
        check(
            r#"{"title": 3, "kind": "song", "wanted": [{"name": "a", "number": "b"}, {"number": 1, "x": 2}], "y": 1, "z": 2}"#,
            &[
                "/title field.wrong-type",
                "/kind field.wrong-type",
                "/wanted/0/number field.wrong-type",
                "/wanted/1/name field.missing",
                "/wanted/1/x field.unknown",
                "/y field.unknown",
                "/z field.unknown",
            ],
        );
        check(
            "{}",
            &[
                "/title field.missing",
                "/kind field.missing",
                "/wanted field.missing",
            ],
        );
    }

    #[test]
    fn each_is_said_once() {
        check(
            r#"{"title": "a", "kind": "guide", "wanted": [], "theRest": "x"}"#,
            &["/theRest field.wrong-type"],
        );
        check(
            r#"{"title": "a", "kind": 7, "wanted": 7}"#,
            &["/kind field.wrong-type", "/wanted field.wrong-type"],
        );
    }

    #[test]
    fn a_flood_of_fields_ends() {
        let many: Vec<String> = (0..5_000)
            .map(|number| format!("\"x{number}\": 1"))
            .collect();
        let body = format!("{{{}}}", many.join(", "));
        let mut reader = serde_json::Deserializer::from_slice(body.as_bytes());
        let first = serde_path_to_error::deserialize::<_, Form>(&mut reader).unwrap_err();
        assert_eq!(all::<Form>(body.as_bytes(), &first).len(), MOST);
    }
}
