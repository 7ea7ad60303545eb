#include "clinic/changesofcontacts.h"

#include "clinic/changewords.h"
#include "clinic/contact/communication.h"
#include "clinic/contact/enquiryrows.h"

#include <QCoreApplication>

namespace xinglin::changes {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::changes)
};

using Columns = QMap<QByteArray, store::ColumnChange>;

QString textOf(const store::Value &value)
{
    return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString();
}

QString statusLine(const Enquiry &enquiry, const QString &status)
{
    const QString &name = enquiry.content.name;
    if (status == u"registered")
        return Tr::tr("%1, who had asked, is a patient.").arg(name);
    return status == u"closed" ? Tr::tr("Enquiry of %1 closed.").arg(name)
                               : Tr::tr("Enquiry of %1 opened again.").arg(name);
}

QStringList enquiryLines(const Enquiry &enquiry, bool isNew, const Columns &columns)
{
    QStringList lines;
    if (isNew) {
        const QString wish = textOf(columns.value("wish").to);
        const QString name = textOf(columns.value("name").to);
        lines << (wish.isEmpty() ? Tr::tr("Enquiry of %1 recorded.").arg(name)
                                 : Tr::tr("Enquiry of %1 recorded: %2.").arg(name, wish));
    } else if (columns.contains("status")) {
        lines << statusLine(enquiry, textOf(columns.value("status").to));
    }
    for (const char *column : {"name", "phone", "wish", "source", "campaign"}) {
        const bool said = isNew && (qstrcmp(column, "name") == 0 || qstrcmp(column, "wish") == 0);
        const QString from = textOf(columns.value(column).from);
        const QString to = textOf(columns.value(column).to);
        if (!said && from != to)
            lines << fieldSentence(fieldName("enquiry", column), from, to);
    }
    return lines;
}

QStringList communicationLines(const store::Snapshot &view, const Uuid &row, bool isNew, const Columns &columns)
{
    store::Query found = view.sql("SELECT patient_id, enquiry_id, medium, text FROM communication WHERE id = ?1");
    if (!found.bind(row).next())
        return {};
    if (const auto patient = found.get<std::optional<PatientId>>(0); patient && !patient::canonical(view, *patient))
        return {};
    if (const auto asked = found.get<std::optional<EnquiryId>>(1); asked && !enquiry::find(view, *asked))
        return {};
    const QString text = found.get<QString>(3);
    const auto medium = contact::mediumFrom(found.get<QString>(2)).value_or(ContactMedium::Phone);
    if (isNew)
        return {Tr::tr("Contact logged (%1): %2.").arg(contact::nameOf(medium), text)};
    if (!columns.contains("status"))
        return {};
    return {(textOf(columns.value("status").to) == u"entered-in-error"
                 ? Tr::tr("Contact marked as entered in error: %1.")
                 : Tr::tr("Contact stands again: %1."))
                .arg(text)};
}

} // namespace

QStringList contactSentences(const store::Snapshot &view, const QByteArray &table, const Uuid &row, bool isNew,
                             const QMap<QByteArray, store::ColumnChange> &columns)
{
    if (table == "communication")
        return communicationLines(view, row, isNew, columns);
    const auto enquiry = enquiry::find(view, EnquiryId(row));
    return enquiry ? enquiryLines(*enquiry, isNew, columns) : QStringList();
}

QList<store::RowName> contactRowsOf(const store::Snapshot &view, PatientId id)
{
    QList<store::RowName> rows;
    static const QByteArray asked = QByteArray("SELECT e.id FROM ") + enquiry::Rows + " WHERE " + patient::where("e");
    store::Query enquiries = view.sql(asked.constData());
    enquiries.bind(id);
    store::Query contacts = view.sql("SELECT c.id FROM communication c WHERE c.enquiry_id = ?1");
    while (enquiries.next()) {
        const auto enquiry = enquiries.get<Uuid>(0);
        rows << store::RowName{"enquiry", enquiry};
        contacts.bind(enquiry);
        while (contacts.next())
            rows << store::RowName{"communication", contacts.get<Uuid>(0)};
    }
    return rows;
}

} // namespace xinglin::changes
