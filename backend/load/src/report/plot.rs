//! Lines in a frame, as SVG: told apart by colour and by dashes, and named beneath.

use maud::{Markup, html};

use crate::numbers::shown;

const WIDTH: f64 = 440.0;
const HEIGHT: f64 = 230.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 22.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 28.0;

const MOST_TICKS: u32 = 20;

pub struct Line<'a> {
    pub name: &'a str,
    pub points: Vec<(f64, f64)>,
}

/// Seconds from left to right, a number from nothing upwards.
pub fn over_time(title: &str, lines: &[Line]) -> Markup {
    let most = highest(lines, |(_, y)| y);
    let last = highest(lines, |(x, _)| x).max(1.0);
    let step = round_step(most / 4.0);
    let top = step * (most / step).ceil().max(1.0);
    let ticks: Vec<(f64, String)> = (0..MOST_TICKS)
        .map(|number| step * f64::from(number))
        .take_while(|tick| *tick <= top * 1.001)
        .map(|tick| (tick / top, label(tick)))
        .collect();
    let apart = round_step(last / 5.0).max(1.0);
    let moments: Vec<(f64, String)> = (0..MOST_TICKS)
        .map(|number| apart * f64::from(number))
        .take_while(|moment| *moment <= last)
        .map(|moment| (moment / last, format!("{moment} s")))
        .collect();
    frame(title, lines, &ticks, &moments, |(x, y)| (x / last, y / top))
}

/// Shares from left to right, times by their order of magnitude upwards.
pub fn over_shares(title: &str, names: &[&str], lines: &[Line]) -> Markup {
    let positive = |line: &Line| line.points.iter().map(|(_, y)| *y).collect::<Vec<_>>();
    let all: Vec<f64> = lines
        .iter()
        .flat_map(positive)
        .filter(|y| *y > 0.0)
        .collect();
    let low = all
        .iter()
        .copied()
        .fold(f64::INFINITY, f64::min)
        .min(1.0)
        .log10()
        .floor();
    let high = all.iter().copied().fold(10.0, f64::max).log10().ceil();
    let ticks: Vec<(f64, String)> = (0..MOST_TICKS)
        .map(|number| low + f64::from(number))
        .take_while(|power| *power <= high)
        .map(|power| ((power - low) / (high - low), label(10_f64.powf(power))))
        .collect();
    let last = f64::from(u32::try_from(names.len()).unwrap_or(1)) - 1.0;
    let shares: Vec<(f64, String)> = (0..)
        .zip(names)
        .map(|(place, name)| (f64::from(place) / last, (*name).to_owned()))
        .collect();
    let floor = 10_f64.powf(low);
    frame(title, lines, &ticks, &shares, |(x, y)| {
        (x / last, (y.max(floor).log10() - low) / (high - low))
    })
}

/// Ticks and points come as parts of the width and the height.
fn frame(
    title: &str,
    lines: &[Line],
    ticks: &[(f64, String)],
    below: &[(f64, String)],
    place: impl Fn((f64, f64)) -> (f64, f64),
) -> Markup {
    let across = |part: f64| LEFT + part * (WIDTH - LEFT - RIGHT);
    let up = |part: f64| HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM);
    let path = |line: &Line| {
        let points = line.points.iter().map(|point| {
            let (x, y) = place(*point);
            format!("{:.1},{:.1}", across(x), up(y))
        });
        points.collect::<Vec<_>>().join(" ")
    };
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(format!("{title}. The numbers are in the table below.")) {
            @for (part, text) in ticks {
                line.grid x1=(LEFT) x2=(WIDTH - RIGHT) y1=(rounded(up(*part))) y2=(rounded(up(*part))) {}
                text.tick x=(LEFT - 6.0) y=(rounded(up(*part) + 4.0)) text-anchor="end" { (text) }
            }
            @for (part, text) in below {
                text.tick x=(rounded(across(*part))) y=(HEIGHT - 8.0) text-anchor="middle" { (text) }
            }
            @for (number, line) in lines.iter().enumerate() {
                @if let [(x, y)] = line.points.as_slice() {
                    @let (x, y) = place((*x, *y));
                    circle.(colour(number)) cx=(rounded(across(x))) cy=(rounded(up(y))) r="3" {}
                } @else {
                    polyline.line.(colour(number)) points=(path(line)) {}
                }
            }
        }
        ul.names {
            @for (number, line) in lines.iter().enumerate() {
                li {
                    svg viewBox="0 0 28 10" aria-hidden="true" { line.line.(colour(number)) x1="1" x2="27" y1="5" y2="5" {} }
                    span { (line.name) }
                }
            }
        }
    }
}

fn colour(number: usize) -> &'static str {
    const ALL: [&str; 7] = ["c0", "c1", "c2", "c3", "c4", "c5", "c6"];
    ALL.iter()
        .cycle()
        .nth(number % ALL.len())
        .copied()
        .unwrap_or_default()
}

fn highest(lines: &[Line], of: fn((f64, f64)) -> f64) -> f64 {
    let all = lines
        .iter()
        .flat_map(|line| line.points.iter().copied().map(of));
    all.fold(0.0, f64::max)
}

/// 1, 2 or 5 with noughts, not smaller than this.
fn round_step(least: f64) -> f64 {
    if least <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(least.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|step| *step >= least * 0.999)
        .unwrap_or(power * 10.0)
}

fn label(number: f64) -> String {
    let fits = |digits: usize| {
        format!("{number:.digits$}")
            .parse::<f64>()
            .is_ok_and(|it| (it - number).abs() < number / 1e6 + 1e-9)
    };
    match (0..4).find(|digits| fits(*digits)) {
        Some(digits) => format!("{number:.digits$}"),
        None => shown(number),
    }
}

fn rounded(number: f64) -> String {
    format!("{number:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        let all = [0.0, 0.03, 0.7, 1.0, 3.0, 42.0, 2_600.0].map(round_step);
        assert_eq!(all.map(label), ["1", "0.05", "1", "1", "5", "50", "5000"]);
    }

    #[test]
    fn a_line_stays_within_its_frame() {
        let line = Line {
            name: "p50",
            points: vec![(0.0, 0.0), (10.0, 37.0)],
        };
        let drawn = over_time("times", &[line]).into_string();
        assert!(drawn.contains("points=\"52.0,202.0 418.0,"), "{drawn}");
        let (_, rest) = drawn.split_once("418.0,").unwrap();
        let y: f64 = rest.split('"').next().unwrap().parse().unwrap();
        assert!((TOP..60.0).contains(&y), "{y}");
    }

    #[test]
    fn each_order_of_magnitude_is_a_step() {
        let line = Line {
            name: "post",
            points: vec![(0.0, 0.0), (1.0, 3.0), (2.0, 450.0)],
        };
        let drawn = over_shares("times", &["50", "99", "99.9"], &[line]).into_string();
        for tick in [">1<", ">10<", ">100<", ">1000<", ">99.9<"] {
            assert!(drawn.contains(tick), "{tick}: {drawn}");
        }
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"));
    }
}
