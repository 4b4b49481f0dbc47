//! `cabas coupons`.

use crate::{Data, Done, open};
use app::command::Request;
use app::domain::ids::{Actor, BatchId};
use app::{batch, coupon, names, paper};
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
        /// The register of stubs instead of the coupons.
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
    /// Tells a coupon's story, by its code or its number.
    Story {
        /// Code or inventory number.
        code: String,
    },
}

impl Coupons {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let id = book.identity.id;
        let lang = Lang::parse(&book.identity.language).unwrap_or(Lang::Fr);
        let printable = |number: u32| app.look_wait(id, move |cx| batch::printable(cx, Actor::System, BatchId(number)));
        match self {
            Self::Issue { class, count, booklet } => {
                let (class, count, booklet) = (names::class(&book, class)?, *count, *booklet);
                let request = Request::now(&app, Actor::System);
                let batch = app.act_wait(id, move |cx| batch::issue(cx, request, class, count, booklet))?;
                println!("{}", batch.0);
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
                paper::csv(&printable, &mut std::io::stdout().lock())?;
            }
            Self::Story { code } => {
                let code = code.clone();
                let story = app.look_wait(id, move |cx| coupon::story(cx, Actor::System, &code))?;
                println!("{}\t{}\t{}", story.coupon.id, story.class.letter, story.coupon.state.key());
                for m in &story.movements {
                    println!("{}\t{}\t{}", m.seq, m.recorded_at, m.to.0.key());
                }
                if let Some(r) = &story.redemption {
                    println!("{}\t{}\tredeemed\t{}\t{}", r.seq, r.recorded_at, r.vendor, r.place);
                }
            }
        }
        Ok(())
    }
}
