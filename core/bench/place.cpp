#include "bench/place.h"

#include "bench/expect.h"
#include "clinic/followers.h"

#include <QDir>
#include <QFile>

namespace xinglin::bench {

Place::Place(const QString &under) : m_folder(under + QStringLiteral("/once-XXXXXX"))
{
    if (!m_folder.isValid())
        wrong(m_folder.errorString());
}

Place::Place(const QString &under, bool training) : Place(under)
{
    access::SetUp wishes;
    wishes.clinic = QStringLiteral("杏林堂");
    wishes.training = training;
    wishes.owner.login = GrownClinic::login();
    wishes.owner.name = QStringLiteral("方砚秋");
    wishes.password = GrownClinic::password();
    expect(access::setUp(around(), wishes)); // closes the store again, so that it lies in its file alone
    enter();
}

Place::Place(const QString &under, GrownClinic &grown, const GrownClinic::Say &say) : Place(under)
{
    grown.open(say);
    expect(m_files.makeFolder(around().folder));
    const QDir from(grown.folder() + QStringLiteral("/clinic"));
    for (const QString &name : from.entryList(QDir::Files)) {
        if (name != u"store.lock")
            expect(m_files.copy(from.filePath(name), around().folder + u'/' + name));
    }
    enter();
}

void Place::enter()
{
    expect(m_files.copy(around().folder + QStringLiteral("/clinic.db"), copy()));
    m_session = expect(access::signIn(around(), GrownClinic::login(), GrownClinic::password()));
    addFollowers(*m_session.store);
}

QByteArray Place::keyLiteral() const
{
    QFile database(copy());
    if (!database.open(QIODevice::ReadOnly))
        wrong(database.errorString());
    const auto key = m_session.databaseKey->bytes();
    return "x'" + QByteArray(reinterpret_cast<const char *>(key.data()), qsizetype(key.size())).toHex() +
           database.read(16).toHex() + '\'';
}

access::Surroundings Place::around()
{
    access::Surroundings around;
    around.folder = m_folder.filePath(QStringLiteral("clinic"));
    around.clock = &m_clock;
    around.random = &m_random;
    around.files = &m_files;
    around.quickKeys = true;
    return around;
}

} // namespace xinglin::bench
