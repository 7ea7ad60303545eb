#include "ui/patient/tagscard.h"

#include "base/text/pinyin.h"
#include "base/text/searchkeys.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/ondone.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"

#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

/// Whether the letters or a part of the name mean this tag: "sfc", "三伏".
bool means(const QString &name, const QString &typed)
{
    return normaliseName(name).contains(normaliseName(typed)) ||
           termInitials(name).startsWith(typed, Qt::CaseInsensitive);
}

} // namespace

TagsCard::TagsCard(Clinic &clinic, const Who &who, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_mayWrite(who.may(access::Permission::EditPatient))
    , m_mayMake(who.may(access::Permission::EditGroupings))
    , m_words(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_said(new Label(QString(), TypeStyle::Small, Token::CinnabarText))
{
    setObjectName(QStringLiteral("tagsCard"));
    m_words->setObjectName(QStringLiteral("tagWords"));
    m_words->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("tagsSaid"));
    m_said->setWordWrap(true);
    m_said->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, gapControls, 0, 0);
    column->setSpacing(6);
    column->addWidget(new Label(tr("Tags"), TypeStyle::Heading));
    column->addWidget(m_words);
    if (m_mayWrite)
        buildEntry();
    column->addWidget(m_said);
    show({});
}

void TagsCard::buildEntry()
{
    m_chips = new ChipBar(tr("Tags"));
    m_chips->setObjectName(QStringLiteral("tagChips"));
    m_chips->setToolTip(tr("Space takes a tag away"));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("tagName"));
    m_name->setAccessibleName(tr("Give a tag"));
    m_name->setPlaceholderText(tr("Alt G: give a tag"));
    m_name->setMaxLength(int(tags::mostName));
    m_completion = new Completion(m_name);
    m_completion->setMinimumWidth(220);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_chips);
    column->addWidget(m_name);
    connect(m_chips, &ChipBar::changed, this, &TagsCard::takeAway);
    connect(m_completion, &Completion::queryChanged, this, &TagsCard::propose);
    connect(m_completion, &Completion::taken, this, [this](const CompletionRow &row) { give(row.data.toString()); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        if (!m_completion->isComposing())
            give(m_name->text());
    });
    auto *go = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_G), this);
    go->setObjectName(QStringLiteral("goToTags"));
    connect(go, &QShortcut::activated, this, [this] { m_name->setFocus(Qt::ShortcutFocusReason); });
}

void TagsCard::setPatient(const std::optional<PatientId> &id)
{
    if (m_patient != id) {
        m_said->hide();
        if (m_name)
            m_name->clear();
        show({});
    }
    m_patient = id;
    const quint64 question = ++m_question;
    if (!id)
        return;
    const auto asked = m_clinic.read([id = *id](const store::Snapshot &view) -> Result<Known> {
        auto carried = tags::ofPatient(view, id);
        if (!carried)
            return carried.error();
        auto inUse = tags::inUse(view);
        if (!inUse)
            return inUse.error();
        return Known{*std::move(carried), *std::move(inUse)};
    });
    onDone(asked, this, [this, question](const Result<Known> &known) {
        if (question == m_question)
            show(known ? *known : Known());
    });
}

void TagsCard::show(const Known &known)
{
    m_known = known;
    QStringList names;
    QList<ChipItem> chips;
    for (const Tag &tag : known.carried) {
        names << tag.name;
        chips << ChipItem{tag.id.toString(), tag.name, {}, true, false};
    }
    if (m_chips) {
        m_chips->setChips(chips);
        m_chips->setVisible(!chips.isEmpty());
    }
    m_words->setText(names.join(tr(" · ", "between tags")));
    m_words->setVisible(!m_mayWrite);
    // Nothing to be seen or done: nothing is said. Without a place yet it would come up as a window.
    if (const bool shown = m_mayWrite || !names.isEmpty(); parentWidget() || !shown)
        setVisible(shown);
}

void TagsCard::propose(const QString &typed)
{
    const QString name = typed.simplified();
    QList<CompletionRow> rows;
    bool known = false;
    for (const Tag &tag : m_known.inUse) {
        known = known || normaliseName(tag.name) == normaliseName(name);
        if (!name.isEmpty() && means(tag.name, name) && !m_known.carried.contains(tag))
            rows << CompletionRow{tag.name, {}, {}, tag.name};
    }
    if (!known && m_mayMake && !name.isEmpty())
        rows << CompletionRow{tr("New tag \"%1\"").arg(name), {}, {}, name};
    m_completion->setRows(rows);
}

template <class F>
void TagsCard::write(const QByteArray &act, F f)
{
    onDone(m_clinic.write(act, std::move(f)), this, [this, patient = m_patient](const auto &done) {
        if (patient != m_patient)
            return;
        m_said->setText(done ? QString() : done.error().message);
        m_said->setVisible(!done);
        if (done && m_name)
            m_name->clear();
    });
}

void TagsCard::give(const QString &name)
{
    if (!m_patient || name.trimmed().isEmpty())
        return;
    for (const Tag &tag : std::as_const(m_known.inUse)) {
        if (normaliseName(tag.name) == normaliseName(name))
            return write("tag.put", [patient = *m_patient, id = tag.id](store::Transaction &tx) {
                return tags::put(tx, patient, id);
            });
    }
    write("tag.put", [patient = *m_patient, name](store::Transaction &tx) -> Result<Tag> {
        const auto made = tags::make(tx, name);
        return made ? tags::put(tx, patient, made->id) : made;
    });
}

void TagsCard::takeAway(const QStringList &left)
{
    if (!m_patient)
        return;
    for (const Tag &tag : std::as_const(m_known.carried)) {
        if (!left.contains(tag.id.toString()))
            return write("tag.take", [patient = *m_patient, id = tag.id](store::Transaction &tx) {
                return tags::take(tx, patient, id);
            });
    }
}

} // namespace xinglin::ui
