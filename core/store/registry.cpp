#include "store/registry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace xinglin::store {

namespace {

Error wrong(const QString &where, const QString &what)
{
    return Error{Code::Damaged, QStringLiteral("registry.json, %1: %2").arg(where, what), {}, {}};
}

Result<MergeClass> classFrom(const QString &text, const QString &where)
{
    if (text.size() == 1 && text[0] >= u'A' && text[0] <= u'G')
        return static_cast<MergeClass>(text[0].toLatin1());
    return wrong(where, QStringLiteral("class must be a letter from A to G"));
}

} // namespace

const ColumnInfo *TableInfo::column(QByteArrayView wanted) const
{
    for (const ColumnInfo &info : columns) {
        if (QByteArrayView(info.name) == wanted)
            return &info;
    }
    return nullptr;
}

const ColumnInfo *TableInfo::columnByWire(int wanted) const
{
    for (const ColumnInfo &info : columns) {
        if (info.wire == wanted)
            return &info;
    }
    return nullptr;
}

Result<Registry> Registry::fromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonObject root = QJsonDocument::fromJson(json, &parse).object();
    if (parse.error != QJsonParseError::NoError)
        return wrong(QStringLiteral("byte %1").arg(parse.offset), parse.errorString());

    Registry registry;
    for (const auto &name : root[u"groups"].toArray())
        registry.m_groups << name.toString().toLatin1();
    if (registry.m_groups.isEmpty() || registry.m_groups.size() > 64)
        return wrong(QStringLiteral("groups"), QStringLiteral("between 1 and 64 are needed"));

    const auto groupOf = [&](const QJsonObject &object, const QString &where) -> Result<GroupMask> {
        const QByteArray name = object[u"group"].toString().toLatin1();
        if (const GroupMask mask = registry.group(name))
            return mask;
        return wrong(where, QStringLiteral("no group \"%1\"").arg(QString::fromLatin1(name)));
    };

    for (const auto &entry : root[u"tables"].toArray()) {
        const QJsonObject object = entry.toObject();
        TableInfo table;
        table.name = object[u"name"].toString().toLatin1();
        const QString where = QString::fromLatin1(table.name);
        table.wire = object[u"wire"].toInt();
        if (table.name.isEmpty() || table.wire <= 0)
            return wrong(where, QStringLiteral("a name and a wire number are needed"));
        const auto mergeClass = classFrom(object[u"class"].toString(), where);
        if (!mergeClass)
            return mergeClass.error();
        table.mergeClass = *mergeClass;
        table.part = object[u"part"].toBool();
        if (table.part && table.mergeClass != MergeClass::Revision)
            return wrong(where, QStringLiteral("only a revision has parts that never change"));
        const auto group = groupOf(object, where);
        if (!group)
            return group.error();
        table.group = *group;

        QSet<int> used;
        for (const auto &item : object[u"columns"].toArray()) {
            ColumnInfo column;
            // ["name", wire] or {"name", "wire", "group", "mask", "file"}
            if (item.isArray()) {
                column.name = item[0].toString().toLatin1();
                column.wire = item[1].toInt();
                column.group = table.group;
            } else {
                const QJsonObject full = item.toObject();
                column.name = full[u"name"].toString().toLatin1();
                column.wire = full[u"wire"].toInt();
                column.mask = full[u"mask"].toString().toLatin1();
                column.file = full[u"file"].toBool();
                column.group = table.group;
                if (full.contains(u"group")) {
                    const auto own = groupOf(full, where + u'.' + QString::fromLatin1(column.name));
                    if (!own)
                        return own.error();
                    column.group = *own;
                }
            }
            if (column.name == "id" || column.name == "n" || column.name.endsWith("_id"))
                column.group = 0;
            if (column.name.isEmpty() || column.wire <= 0 || used.contains(column.wire) || table.column(column.name))
                return wrong(
                    where,
                    QStringLiteral("column \"%1\" lacks a number of its own").arg(QString::fromLatin1(column.name)));
            used.insert(column.wire);
            table.columns << column;
        }
        if (registry.m_byName.contains(table.name) || registry.m_byWire.contains(table.wire))
            return wrong(where, QStringLiteral("name or wire number used twice"));
        registry.m_byName.insert(table.name, registry.m_tables.size());
        registry.m_byWire.insert(table.wire, registry.m_tables.size());
        registry.m_tables << table;
    }
    return registry;
}

const TableInfo *Registry::table(QByteArrayView name) const
{
    const auto found = m_byName.constFind(QByteArray::fromRawData(name.data(), name.size()));
    return found == m_byName.constEnd() ? nullptr : &m_tables[*found];
}

const TableInfo *Registry::tableByWire(int wire) const
{
    const auto found = m_byWire.constFind(wire);
    return found == m_byWire.constEnd() ? nullptr : &m_tables[*found];
}

GroupMask Registry::group(QByteArrayView name) const
{
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        if (QByteArrayView(m_groups[i]) == name)
            return GroupMask(1) << i;
    }
    return 0;
}

QByteArray Registry::names(GroupMask mask) const
{
    QByteArrayList found;
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        if (mask & (GroupMask(1) << i))
            found << m_groups[i];
    }
    return found.join(", ");
}

} // namespace xinglin::store
