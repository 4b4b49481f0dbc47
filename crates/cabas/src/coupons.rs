//! `cabas coupons`.

use crate::out::say;
use crate::{Data, Done, Failure, open, out};
use anyhow::Context;
use app::command::Request;
use app::domain::ids::{Actor, BatchId};
use app::domain::refusal::Refusal;
use app::{Error, batch, coupon, names, paper, photo};
use clap::{Subcommand, ValueEnum};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use text::Lang;

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    Csv,
}

#[derive(Subcommand)]
pub(crate) enum Coupons {
    /// Issues a batch.
    Issue {
        /// Class letter.
        #[arg(long)]
        class: String,
        /// How many coupons.
        #[arg(long)]
        count: u32,
        /// Coupons in a booklet.
        #[arg(long, default_value_t = 1)]
        booklet: u32,
    },
    /// Prints a batch as sheets to cut and stack.
    Print {
        /// Batch number.
        #[arg(long)]
        batch: u32,
        /// PDF to write.
        #[arg(long)]
        out: PathBuf,
        /// The hand-out register instead of the coupons.
        #[arg(long)]
        stubs: bool,
    },
    /// Lists a batch's coupons with their codes: treat it like money.
    List {
        /// Batch number.
        #[arg(long)]
        batch: u32,
        /// Format.
        #[arg(long, value_enum, default_value = "csv")]
        format: Format,
    },
    /// Reads coupons in photographs and scanned PDFs: what each symbol says, one a line.
    Read {
        /// JPEG, PNG, WebP, GIF or PDF.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Tells a coupon's story, by its code or its number.
    Story {
        /// Code or inventory number.
        code: String,
    },
}

impl Coupons {
    pub(crate) fn run(&self, data: &Data) -> Done {
        if let Self::Read { files } = self {
            return read(data.lang, files);
        }
        let (app, book) = open::programme(data)?;
        let id = book.identity.id;
        let lang = Lang::parse(&book.identity.language).unwrap_or(Lang::Fr);
        let printable = |number: u32| app.look_wait(id, move |cx| batch::printable(cx, Actor::System, BatchId(number)));
        match self {
            Self::Issue { class, count, booklet } => {
                let (class, count, booklet) = (names::class(&book, class)?, *count, *booklet);
                let request = Request::now(&app, Actor::System);
                let batch = app.act_wait(id, move |cx| batch::issue(cx, request, class, count, booklet))?;
                say!("{}", batch.0);
            }
            Self::Print { batch, out, stubs } => {
                let printable = printable(*batch)?;
                let mut file = BufWriter::new(File::create(out)?);
                if *stubs {
                    paper::stubs(&printable, lang, &mut file)?;
                } else {
                    paper::sheets(&printable, lang, &mut file)?;
                }
                file.flush()?;
            }
            Self::List { batch, format: Format::Csv } => {
                let printable = printable(*batch)?;
                match paper::csv(&printable, &mut BufWriter::new(out::Out)) {
                    Err(_) if out::reader_left() => {}
                    written => written?,
                }
            }
            // Needs no programme.
            Self::Read { .. } => {}
            Self::Story { code } => {
                let code = code.clone();
                let story = app.look_wait(id, move |cx| coupon::story(cx, Actor::System, &code))?;
                tell(data.lang, &story);
            }
        }
        Ok(())
    }
}

/// What pictures say: the symbols for a program, and how many there were for a person, file by file.
fn read(lang: Lang, files: &[PathBuf]) -> Done {
    let mut unread = 0;
    for path in files {
        let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
        let name = path.display().to_string();
        let pile = match photo::read(&[photo::Sent { name: name.clone(), bytes }]) {
            Ok(pile) => pile,
            Err(Refusal::NoCouponSeen) => photo::Pile::default(),
            Err(refusal) => return Err(Error::from(refusal).into()),
        };
        for code in &pile.codes {
            say!("{code}");
        }
        let missing = u64::from(pile.unread) + pile.left;
        let facts = [("file", name.into()), ("read", (pile.codes.len() as u64).into()), ("unread", missing.into())];
        eprintln!("{}", text::tr(lang, "photo-file", &facts));
        unread += missing;
    }
    if unread > 0 { Err(Failure::Refusals(unread)) } else { Ok(()) }
}

/// A coupon's story, as its page tells it: local time, names, dollars.
fn tell(lang: Lang, story: &coupon::Story) {
    use text::{Names, amount, key_label, label, tr};
    let book = &*story.book;
    let zone = text::Names::zone(book);
    let face = amount(lang, story.class.face, book);
    let class = format!("{} {}", story.class.letter, story.class.name);
    say!(
        "{} · {class} · {face} · {}",
        tr(lang, "coupon-number", &[("number", story.coupon.id.to_string().into())]),
        label(lang, &story.coupon.state)
    );
    let mut steps = Vec::new();
    for m in &story.movements {
        let (state, partner, fund) = m.to;
        let detail = partner.map(|id| Names::partner(book, id)).into_iter().chain(fund.map(|id| Names::fund(book, id)));
        steps.push((m.seq, m.recorded_at, label(lang, &state), detail.collect::<Vec<_>>()));
    }
    if let Some(r) = &story.redemption {
        let detail = vec![Names::vendor(book, r.vendor), Names::place(book, r.place)];
        steps.push((r.seq, r.recorded_at, key_label(lang, "state", "redeemed"), detail));
    }
    for d in &story.disputes {
        let reason = label(lang, &d.reason);
        let title = tr(lang, "coupon-disputed", &[("reason", reason.into())]);
        steps.push((d.seq, d.claimed_at, title, vec![Names::vendor(book, d.vendor)]));
    }
    steps.sort_by_key(|(seq, ..)| *seq);
    for (_, at, title, detail) in steps {
        let words: Vec<String> = [text::date_time(lang, at, &zone), title].into_iter().chain(detail).collect();
        say!("  {}", words.join(" · "));
    }
}
