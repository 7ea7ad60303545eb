#include "ui/shell/trainingform.h"

#include "demo/practice.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/shell/aside.h"
#include "ui/shell/refusals.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPointer>
#include <QProgressBar>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 560;
} // namespace

TrainingForm::TrainingForm(const access::Surroundings &around, QWidget *parent)
    : QWidget(parent)
    , m_around(around)
    , m_strip(new MessageStrip)
    , m_doing(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_bar(new QProgressBar)
    , m_make(new Button(tr("Make the demo clinic"), ButtonKind::Primary))
    , m_leave(new Button(QString(), ButtonKind::Ghost))
{
    setObjectName(QStringLiteral("trainingForm"));
    setFixedWidth(Theme::of(this).scaled(formWidth));
    auto *title = new Label(tr("A clinic to practise in"), TypeStyle::Person);
    title->setWordWrap(true);
    auto *words = new Label(tr("Sixty invented patients with a year of visits, and somebody for each role. Everything "
                               "can be tried: it stands in a folder of its own, nothing in it is sent anywhere, and "
                               "what is printed says that it is no record."));
    words->setWordWrap(true);
    m_doing->setObjectName(QStringLiteral("trainingDoing"));
    m_bar->setObjectName(QStringLiteral("trainingProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_make->setObjectName(QStringLiteral("makeTraining"));
    m_make->setControlSize(ButtonSize::Large);
    m_make->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_leave->setObjectName(QStringLiteral("leaveTraining"));
    m_leave->setControlSize(ButtonSize::Large);
    auto *row = new QHBoxLayout;
    row->addWidget(m_make);
    row->addWidget(m_leave);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapGroups);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(m_strip);
    column->addWidget(m_doing);
    column->addWidget(m_bar);
    column->addLayout(row);
    connect(m_make, &Button::clicked, this, [this] { begin(m_afresh); });
    connect(m_leave, &Button::clicked, this, [this] {
        if (m_stop)
            return m_stop->store(true);
        emit left();
    });
    setBusy(false);
}

TrainingForm::~TrainingForm()
{
    if (m_stop)
        m_stop->store(true);
}

void TrainingForm::begin(bool afresh)
{
    if (m_stop)
        return;
    m_afresh = afresh;
    m_strip->clear();
    m_doing->setText(tr("Founding the clinic …"));
    m_bar->setRange(0, 0);
    m_stop = std::make_shared<std::atomic<bool>>(false);
    setBusy(true);
    const demo::Progress progress = [guard = QPointer<TrainingForm>(this), stop = m_stop](int done, int total) {
        QMetaObject::invokeMethod(
            qApp,
            [guard, done, total] {
                if (!guard || !guard->m_stop)
                    return;
                guard->m_doing->setText(TrainingForm::tr("Day %1 of %2").arg(done).arg(total));
                guard->m_bar->setRange(0, total);
                guard->m_bar->setValue(done);
            },
            Qt::QueuedConnection);
        return !stop->load();
    };
    const auto making = aside([around = m_around, afresh, progress]() -> Result<Done> {
        if (afresh && around.files->exists(around.folder)) {
            if (auto removed = demo::removePractice(around); !removed)
                return removed;
        }
        const Result<std::shared_ptr<const Catalog>> catalog = Catalog::load();
        if (!catalog)
            return catalog.error();
        const auto report = demo::makePractice(around, **catalog, demo::practiceOptions(around), progress);
        return report ? Result<Done>(Done{}) : report.error();
    });
    onDone(making, this, [this](const Result<Done> &done) {
        m_stop.reset();
        setBusy(false);
        if (done)
            return emit made();
        m_strip->say(done.error().code == Code::Cancelled ? MessageStrip::Kind::Note : MessageStrip::Kind::Stop,
                     sentenceFor(done.error()));
        m_make->setFocus();
    });
}

void TrainingForm::setBusy(bool busy)
{
    m_make->setBusy(busy);
    m_doing->setVisible(busy);
    m_bar->setVisible(busy);
    m_leave->setText(busy ? tr("Cancel") : tr("Close"));
    m_leave->setKeys(QKeySequence(Qt::Key_Escape)); // a new text takes the keys away
}

} // namespace xinglin::ui
