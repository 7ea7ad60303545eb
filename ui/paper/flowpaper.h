#pragma once

#include "access/people.h"
#include "ui/paper/letterhead.h"
#include "ui/paper/paperframe.h"
#include "ui/paper/papertext.h"
#include "ui/paper/sheetwords.h"

#include <QList>

#include <functional>

namespace xinglin::ui {

/// A paper whose parts follow one another, page by page: head of the clinic, whose it is, the parts, who signs. Nothing
/// is cut: what does not fit stands on the next page, and each page says whose it is.
class FlowPaper
{
public:
    struct Head
    {
        access::ClinicProfile clinic;
        QString title; ///< "诊 疗 小 结"
        QString name;
        QStringList facts; ///< Sex, age, number.
        QString day;
    };
    struct Foot
    {
        QString signs;     ///< "医师"
        QString signature; ///< Their name.
        QString licence;   ///< Number of their certificate; stands below where the clinic shows it.
    };

    /// A5, upright, with letterhead and writing as @p dress says for the kind of paper.
    FlowPaper(Head head, Foot foot, const QLocale &locale, const PaperDress &dress, const QString &kind);

    /// A heading; stands with what follows it.
    void addHeading(const QString &text);
    /// A label at the left and its text beside it, as many lines as it takes.
    void addText(const QString &label, const QString &text);
    /// A text across the page.
    void addParagraph(const QString &text, double points = body);
    /// Anything of a height in mm; @p paint gets the top. A tied one stands on the page of what follows.
    void addBlock(double height, bool tied, std::function<void(QPainter &, double)> paint);
    void addSpace(double height);

    int pages() const;
    /// With the upper left corner at the origin of a painter that counts in millimetres of paper.
    void paintPage(QPainter &painter, int page) const;
    const SheetWords &words() const { return m_words; }

    const PaperFrame &frame() const { return m_frame; }
    static constexpr double body = 10.5; ///< pt, the smallest of ordinary text

private:
    struct Block
    {
        double height = 0;
        bool tied = false;
        std::function<void(QPainter &, double)> paint;
    };
    double bodyTop() const;
    double bodyBottom() const;
    QList<QList<Block>> paged() const;
    void paintHead(QPainter &painter) const;
    void paintFoot(QPainter &painter, int page, int of) const;

    Head m_head;
    Foot m_foot;
    SheetWords m_words;
    PaperFrame m_frame;
    Letterhead m_letterhead;
    QList<Block> m_blocks;
    mutable QList<QList<Block>> m_pages; ///< Laid out once all parts are there; see pages().
};

/// A horizontal line of @p thickness mm.
void paperLine(QPainter &painter, double y, double thickness, double from, double to, bool dotted = false);

} // namespace xinglin::ui
