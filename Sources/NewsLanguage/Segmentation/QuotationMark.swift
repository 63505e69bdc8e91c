/// A quotation mark of the text, and which way it faces.
struct QuotationMark {
    /// Its scalars: one, or two for `` and ''.
    let run: Range<Int>
    /// Double, single or angle marks: an opening mark is closed by one of its own family.
    let family: Family
    /// Which way it faces.
    let role: Role

    /// Marks that pair with each other, whatever their shape.
    enum Family { case double, single, angle }

    /// Which way a mark faces.
    enum Role { case opening, closing }
}

/// A quotation while its sentences are not known yet, in scalar indices.
struct QuotationDraft {
    /// The opening mark, if there is one.
    var opening: Range<Int>?
    /// The closing mark, if there is one.
    var closing: Range<Int>?
    /// How many quotations it stands in.
    var depth: Int
    /// Index of its paragraph.
    var paragraph: Int
    /// Whether the next paragraph goes on quoting.
    var continues = false
    /// Whether it goes on from the paragraph before without a mark of its own.
    var isContinuation = false

    /// Where it first shows.
    var position: Int { opening?.lowerBound ?? closing?.lowerBound ?? 0 }
}
