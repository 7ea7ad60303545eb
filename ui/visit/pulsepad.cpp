#include "ui/visit/pulsepad.h"

#include "ui/kit/numberunit.h"
#include "ui/kit/text.h"
#include "ui/prescription/prescriptionwords.h"
#include "ui/visit/pulsecell.h"
#include "ui/visit/visitwords.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace xinglin::ui {

namespace {
const QString letters = QStringLiteral("QWEUIO");
}

PulsePad::PulsePad(std::shared_ptr<const Catalog> catalog, QWidget *parent)
    : QWidget(parent), m_catalog(std::move(catalog))
{
    setObjectName(QStringLiteral("pulsePad"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(6);
    grid->addWidget(new Label(tr("Left"), TypeStyle::Caption, Token::Text2), 0, 0);
    grid->addWidget(new Label(tr("Right"), TypeStyle::Caption, Token::Text2), 1, 0);
    for (int i = 0; i < 6; ++i) {
        const Term &position = m_catalog->pulsePositions.at(i);
        const QString caption = chineseScreen() ? position.zh.right(1) + u' ' + position.group
                                                : position.en.section(u' ', 1) + u' ' +
                                                      position.aliases.value(0).section(u" ("_qs, 0, 0).toLower();
        auto *cell = new PulseCell(m_catalog->pulse, caption, letters.mid(i, 1));
        cell->setObjectName(QStringLiteral("pulse%1").arg(i));
        grid->addWidget(cell, i / 3, 1 + i % 3);
        m_cells << cell;
        connect(cell, &PulseCell::changed, this, [this] {
            offer();
            emit changed();
        });
        connect(cell, &PulseCell::next, this,
                [this, i] { (i < 5 ? m_cells.at(i + 1) : m_overall)->setFocus(Qt::TabFocusReason); });
        connect(cell, &PulseCell::jump, this,
                [this](QChar key) { m_cells.at(letters.indexOf(key))->setFocus(Qt::ShortcutFocusReason); });
    }
    for (int i = 1; i <= 3; ++i)
        grid->setColumnStretch(i, 1);
    grid->addWidget(new Label(tr("All"), TypeStyle::Caption, Token::Text2), 2, 0);
    auto *all = new QHBoxLayout;
    all->setSpacing(gapControls);
    m_overall = new PulseCell(m_catalog->pulse, tr("over all"), {});
    m_overall->setObjectName(QStringLiteral("pulseOverall"));
    connect(m_overall, &PulseCell::changed, this, &PulsePad::changed);
    connect(m_overall, &PulseCell::next, this, [this] { m_rate->setFocus(Qt::TabFocusReason); });
    all->addWidget(m_overall, 2);
    m_rate = new NumberUnit(tr("/min"));
    m_rate->setObjectName(QStringLiteral("pulseRate"));
    m_rate->setAccessibleName(tr("Pulse rate a minute"));
    m_rate->setMaxLength(3);
    m_rate->setFixedWidth(Theme::of(this).scaled(96));
    connect(m_rate, &QLineEdit::textEdited, this, [this] {
        m_keptRate.reset();
        emit changed();
    });
    connect(m_rate, &QLineEdit::returnPressed, this, &PulsePad::done);
    all->addWidget(m_rate, 0, Qt::AlignVCenter);
    m_hint = new Label(tr("Grey is last time; Space keeps it"), TypeStyle::Caption, Token::Text3);
    m_hint->setMayElide(true);
    m_hint->hide();
    all->addWidget(m_hint, 1);
    grid->addLayout(all, 2, 1, 1, 3);
    setFocusProxy(m_cells.first());
}

void PulsePad::setAnswers(const QList<Answer> &answers)
{
    for (int i = 0; i < 6; ++i)
        m_cells.at(i)->setCodes(codesOf(answers, QStringLiteral("pulse.quality"), m_catalog->pulsePositions.at(i).id));
    m_overall->setCodes(codesOf(answers, QStringLiteral("pulse.overall")));
    m_rate->setScaled({});
    m_keptRate.reset();
    for (const Answer &answer : answers) {
        if (answer.item == u"pulse.rate" && answer.number) {
            m_rate->setScaled(qRound64(*answer.number));
            m_keptRate = answer.number;
        }
    }
    offer();
}

QList<Answer> PulsePad::answers() const
{
    QList<Answer> list;
    const auto add = [&list](const PulseCell *cell, const char *item, const QString &site) {
        int rank = 0;
        for (const QString &code : cell->codes()) {
            Answer answer;
            answer.item = QString::fromLatin1(item);
            answer.site = site;
            answer.rank = rank++;
            answer.code = code;
            list << answer;
        }
    };
    for (int i = 0; i < 6; ++i)
        add(m_cells.at(i), "pulse.quality", m_catalog->pulsePositions.at(i).id);
    add(m_overall, "pulse.overall", {});
    if (const auto rate = m_rate->scaled(); rate && *rate > 0) {
        Answer answer;
        answer.item = QStringLiteral("pulse.rate");
        answer.number = m_keptRate.value_or(double(*rate));
        answer.unit = QStringLiteral("/min");
        list << answer;
    }
    return list;
}

void PulsePad::setLast(const QList<Answer> &answers)
{
    bool any = false;
    for (int i = 0; i < 6; ++i) {
        const QStringList codes = codesOf(answers, QStringLiteral("pulse.quality"), m_catalog->pulsePositions.at(i).id);
        m_cells.at(i)->setLast(codes);
        any = any || !codes.isEmpty();
    }
    m_overall->setLast(codesOf(answers, QStringLiteral("pulse.overall")));
    m_hint->setVisible(any);
}

void PulsePad::offer()
{
    QList<QStringList> combinations;
    for (const PulseCell *cell : std::as_const(m_cells)) {
        if (cell->codes().size() > 1 && !combinations.contains(cell->codes()))
            combinations << cell->codes();
    }
    for (PulseCell *cell : std::as_const(m_cells))
        cell->setOffered(combinations);
    m_overall->setOffered(combinations);
}

void PulsePad::setReadOnly(bool readOnly)
{
    for (PulseCell *cell : std::as_const(m_cells))
        cell->setReadOnly(readOnly);
    m_overall->setReadOnly(readOnly);
    m_rate->setReadOnly(readOnly);
}

} // namespace xinglin::ui
