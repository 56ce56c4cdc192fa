//! Texts that differ: made of made-up Dutch, in which few words stand often and many stand seldom, as in any language.

/// Parts that words are put together from; two of them make a compound.
const STEMS: [&str; 64] = [
    "buurt", "wijk", "dorp", "stad", "water", "zorg", "werk", "school", "taal", "jeugd", "ouder",
    "huur", "woning", "straat", "plein", "groen", "veilig", "licht", "geluid", "afval", "bus",
    "fiets", "brug", "markt", "winkel", "sport", "muziek", "kerk", "moskee", "feest", "geld",
    "schuld", "hulp", "raad", "regio", "land", "kust", "polder", "dijk", "bos", "hart", "hand",
    "stem", "woord", "boek", "brief", "vraag", "plan", "doel", "kans", "grens", "plek", "tuin",
    "keuken", "tafel", "stoel", "klas", "les", "gids", "kaart", "weg", "spoor", "haven", "molen",
];
const SMALL: [&str; 16] = [
    "de", "het", "een", "van", "en", "in", "is", "op", "dat", "die", "voor", "met", "niet", "aan",
    "er", "wij",
];

/// A sequence that looks random and is the same in every run.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// Below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let sides = u64::try_from(sides.max(1)).unwrap_or(1);
        usize::try_from(self.0 % sides).unwrap_or(0)
    }

    /// Small numbers often, large ones seldom.
    fn seldom_far(&mut self, sides: usize) -> usize {
        let within = self.roll(sides) + 1;
        self.roll(within)
    }
}

fn stem(place: usize) -> &'static str {
    STEMS.get(place % STEMS.len()).copied().unwrap_or("woord")
}

/// One of some four thousand words.
pub fn word(dice: &mut Dice) -> String {
    let first = stem(dice.seldom_far(STEMS.len()));
    let ending = ["", "", "en", "s"].get(dice.roll(4)).copied();
    let ending = ending.unwrap_or_default();
    if dice.roll(3) == 0 {
        return format!("{first}{}{ending}", stem(dice.seldom_far(STEMS.len())));
    }
    format!("{first}{ending}")
}

/// One of those that stand in many texts, however few texts there are.
pub fn frequent(dice: &mut Dice) -> String {
    stem(dice.roll(8)).to_owned()
}

/// Sixty words, a third of them small ones.
pub fn text(dice: &mut Dice) -> String {
    let mut words = Vec::with_capacity(60);
    for _ in 0..60 {
        words.push(match dice.roll(3) {
            0 => SMALL
                .get(dice.roll(SMALL.len()))
                .copied()
                .unwrap_or("de")
                .to_owned(),
            _ => word(dice),
        });
    }
    words.join(" ")
}

/// A word as somebody types it in a hurry: two neighbours swapped.
pub fn mistyped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    if middle > 0 && middle < letters.len() {
        letters.swap(middle - 1, middle);
    }
    letters.into_iter().collect()
}
