//! Filters of the stand-in: conditions joined by AND, over one value or several.

use serde_json::Value;

/// Whether a document has all that the filter asks for; or which attribute may not be filtered on.
pub fn passes(document: &Value, filter: &str, filterable: &[String]) -> Result<bool, String> {
    for condition in filter.split(" AND ") {
        let (attribute, rest) = condition.split_once(' ').unwrap();
        if !filterable.iter().any(|it| it == attribute) {
            return Err(attribute.to_owned());
        }
        let (sign, wanted) = rest.split_once(' ').unwrap();
        if !has(&document[attribute], sign, wanted) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn has(kept: &Value, sign: &str, wanted: &str) -> bool {
    let values = match kept {
        Value::Array(values) => values.clone(),
        one => vec![one.clone()],
    };
    let list = wanted.trim_start_matches('[').trim_end_matches(']');
    let wanted: Vec<&str> = list.split(", ").collect();
    values
        .iter()
        .any(|value| wanted.iter().any(|wanted| compares(value, sign, wanted)))
}

fn compares(value: &Value, sign: &str, wanted: &str) -> bool {
    let number = || (value.as_i64().unwrap(), wanted.parse::<i64>().unwrap());
    match sign {
        "IN" | "=" => value.as_str() == Some(wanted.trim_matches('"')),
        ">=" => number().0 >= number().1,
        "<" => number().0 < number().1,
        other => panic!("{other} is not in this stand-in"),
    }
}
