#pragma once

#include "clinic/followers.h"
#include "demo/demo.h"

#include <QTemporaryDir>

namespace xinglin::test {

/// An empty clinic in a temporary folder, open as its owner, to be filled with the demo clinic. Everything in it
/// repeats.
class DemoPlace
{
public:
    explicit DemoPlace(bool training = true)
    {
        access::SetUp wishes;
        wishes.clinic = QStringLiteral("示范诊所");
        wishes.training = training;
        wishes.owner.login = QStringLiteral("owner");
        wishes.owner.name = QStringLiteral("方砚秋");
        wishes.password = QStringLiteral("Apricot-Grove-7");
        auto founded = access::setUp(around(), wishes);
        if (!founded)
            qFatal("%s", qUtf8Printable(founded.error().message));
        session = std::move(founded->session);
        addFollowers(*session.store);
    }

    static const Catalog &catalog()
    {
        static const auto loaded = Catalog::load();
        if (!loaded)
            qFatal("%s", qUtf8Printable(loaded.error().message));
        return **loaded;
    }
    static QDate until() { return QDate(2026, 3, 12); }

    access::Surroundings around()
    {
        access::Surroundings around;
        around.folder = m_folder.filePath(QStringLiteral("clinic"));
        around.clock = &clock;
        around.random = &m_random;
        around.files = &m_files;
        around.quickKeys = true;
        return around;
    }
    Result<demo::Report> fill(int patients, int years, quint64 seed, const demo::Progress &progress = {})
    {
        return demo::fill(around(), session, clock, catalog(), {patients, years, seed, until()}, progress);
    }
    store::Actor actor(const QString &login)
    {
        const auto users = access::users(*session.store->snapshot(session.actor));
        for (const access::User &user : *users)
            if (user.login == login)
                return {user.id.uuid(), session.actor.device};
        qFatal("nobody is called %s", qUtf8Printable(login));
    }
    std::unique_ptr<store::Snapshot> viewOf(const QString &login) { return session.store->snapshot(actor(login)); }

    FakeClock clock{instantFromMs(1773280800000)};
    access::Session session;

private:
    QTemporaryDir m_folder;
    SeededRandom m_random{1};
    DiskFiles m_files;
};

} // namespace xinglin::test
