#include "ui/interchange/importcourse.h"

#include "ui/kit/ondone.h"

#include <QFileInfo>

namespace xinglin::ui {

namespace {

using interop::ImportKind;
using interop::Looked;

/// What a look at the file found; one of the first two is there, or neither.
struct Found
{
    std::optional<Looked> looked;
    std::optional<interop::TableInfo> info;
    std::optional<Error> problem;
};

Result<Looked> lookOnce(const QString &path, ImportKind kind, const interop::ReadOptions &reading,
                        std::optional<int> headerRow, const std::function<QByteArray(const QString &)> &remembered)
{
    auto looked = interop::lookAt(path, kind, reading, remembered);
    if (looked && headerRow && *headerRow != looked->spec.headerRow)
        return interop::lookAgain(*looked, kind, *headerRow, remembered);
    return looked;
}

QHash<Uuid, patient::Label> labelsOf(const store::Snapshot &view, const QList<batch::Line> &lines)
{
    QList<Uuid> known;
    for (const batch::Line &line : lines) {
        if (line.known)
            known << line.known->uuid();
    }
    const auto labels = patient::labels(view, known);
    return labels ? *labels : QHash<Uuid, patient::Label>();
}

} // namespace

ImportCourse::ImportCourse(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QObject *parent)
    : QObject(parent), m_clinic(clinic), m_catalog(std::move(catalog))
{
}

ImportCourse::~ImportCourse()
{
    stopTrying();
}

void ImportCourse::forgetTried()
{
    stopTrying();
    m_watch.reset();
    m_tried.reset();
}

bool ImportCourse::isChanged() const
{
    return QFileInfo(m_path).lastModified() != m_written;
}

void ImportCourse::clear()
{
    ++m_question;
    m_path.clear();
    m_reading = {};
    m_headerRow.reset();
    m_looked.reset();
    m_info.reset();
    m_problem.reset();
    m_looking = false;
    forgetTried();
    emit lookedAt();
}

void ImportCourse::setPath(const QString &path)
{
    if (path == m_path && m_looked && !isChanged())
        return;
    m_path = path;
    m_reading = {};
    m_headerRow.reset();
    look();
}

void ImportCourse::setKind(ImportKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    m_headerRow.reset();
    look();
}

void ImportCourse::setReading(const interop::ReadOptions &reading, std::optional<int> headerRow)
{
    m_reading = reading;
    m_headerRow = headerRow;
    look();
}

void ImportCourse::setMapping(const interop::Mapping &mapping)
{
    if (!m_looked || m_looked->spec.mapping == mapping)
        return;
    m_looked->spec.mapping = mapping;
    forgetTried();
}

void ImportCourse::setTakeLikely(bool take)
{
    if (!m_looked || m_looked->spec.takeLikely == take)
        return;
    m_looked->spec.takeLikely = take;
    forgetTried();
    tryOut();
}

void ImportCourse::look()
{
    forgetTried();
    m_looked.reset();
    m_info.reset();
    m_problem.reset();
    const quint64 question = ++m_question;
    m_looking = !m_path.isEmpty();
    m_written = QFileInfo(m_path).lastModified();
    emit lookedAt();
    if (!m_looking)
        return;
    const auto found = m_clinic.work([path = m_path, kind = m_kind, reading = m_reading, header = m_headerRow,
                                      actor = m_clinic.actor()](store::Store &store) {
        const auto remembered = [&](const QString &key) {
            const auto mapping = batch::mappingFor(*store.snapshot(actor), interop::toText(kind), key);
            return mapping ? *mapping : QByteArray();
        };
        const auto looked = lookOnce(path, kind, reading, header, remembered);
        if (looked)
            return Found{*looked, looked->info, {}};
        const auto info = interop::look(path);
        return Found{{}, info ? std::optional(*info) : std::nullopt, looked.error()};
    });
    onDone(found, this, [this, question](const Result<Found> &result) {
        if (question != m_question)
            return;
        m_looking = false;
        if (result) {
            m_looked = result->looked;
            m_info = result->info;
            m_problem = result->problem;
        } else {
            m_problem = result.error();
        }
        emit lookedAt();
    });
}

void ImportCourse::tryOut()
{
    if (!m_looked || isTrying())
        return;
    if (m_tried && !isChanged())
        return;
    m_tried.reset();
    m_written = QFileInfo(m_path).lastModified();
    m_watch = std::make_shared<WorkWatch>();
    const auto tried = m_clinic.work([spec = m_looked->spec, catalog = m_catalog, actor = m_clinic.actor(),
                                      watch = m_watch](store::Store &store) -> Result<Tried> {
        auto report = interop::dryRun(store, actor, *catalog, spec, WorkWatch::teller(watch));
        if (!report)
            return report.error();
        const auto view = store.snapshot(actor);
        auto labels = labelsOf(*view, report->lines);
        return Tried{*std::move(report), std::move(labels)};
    });
    onDone(tried, this, [this, watch = m_watch](const Result<Tried> &result) {
        if (watch != m_watch)
            return; // another one is wanted by now
        m_watch.reset();
        if (result)
            m_tried = *result;
        emit triedOut(result ? QString() : result.error().message);
    });
    emit triedOut({});
}

void ImportCourse::stopTrying()
{
    if (m_watch)
        m_watch->stop();
}

void ImportCourse::keepMapping()
{
    if (!m_looked)
        return;
    m_clinic.write("import.mapping", [kind = interop::toText(m_kind), header = interop::headerKey(m_looked->header),
                                      mapping = interop::toJson(m_looked->spec.mapping)](store::Transaction &tx) {
        return batch::keepMapping(tx, kind, header, mapping);
    });
}

} // namespace xinglin::ui
