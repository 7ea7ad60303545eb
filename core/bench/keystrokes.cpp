#include "bench/keystrokes.h"

#include "base/text/pinyin.h"

namespace xinglin::bench {

namespace {

struct Meant
{
    QString name;
    QString phone;
    QString document;
    QString number;
};

Meant anyone(const store::Snapshot &view, Random &random)
{
    store::Query last = view.connection().internal("SELECT max(n) FROM patient");
    last.next();
    const qint64 n = 1 + qint64(random.below(quint64(last.get<qint64>(0))));
    store::Query row =
        view.connection().internal("SELECT name, phone, document_number, number FROM patient WHERE n = ?1");
    if (!row.bind(n).next())
        return {};
    return {row.get<QString>(0), row.get<QString>(1), row.get<QString>(2), row.get<QString>(3)};
}

class Typist
{
public:
    explicit Typist(QList<Keystroke> &keystrokes) : m_keystrokes(keystrokes) {}

    void type(const char *kind, const QString &text, qsizetype from = 1)
    {
        for (qsizetype length = from; length <= text.size(); ++length)
            m_keystrokes.append({text.left(length), kind, {}});
    }
    void typeNumber(const Meant &meant, const QString &text)
    {
        type("number", text);
        m_keystrokes.last().number = meant.number;
    }

private:
    QList<Keystroke> &m_keystrokes;
};

} // namespace

QList<Keystroke> typeFor(const store::Snapshot &view, Random &random, qsizetype count)
{
    QList<Keystroke> keystrokes;
    Typist typist(keystrokes);
    while (keystrokes.size() < count) {
        const Meant meant = anyone(view, random);
        const auto readings = nameReadings(meant.name);
        if (readings.isEmpty() || meant.phone.isEmpty())
            continue;
        const NameReading &reading = readings.constFirst();
        // How people look somebody up: by name in characters, by letters without an input method, by tails of numbers.
        const double way = random.unit();
        if (way < 0.25) {
            typist.type("name", meant.name);
        } else if (way < 0.45) {
            typist.type("pinyin", QString(reading.pinyin).remove(u' '));
        } else if (way < 0.65) {
            typist.type("initials", reading.initials);
        } else if (way < 0.73) {
            typist.type("given name", meant.name.mid(1));
        } else if (way < 0.78) {
            typist.type("given name", reading.givenPinyin);
        } else if (way < 0.88) {
            typist.type("phone", meant.phone.right(4));
        } else if (way < 0.91) {
            typist.type("phone", meant.phone);
        } else if (way < 0.95) {
            typist.type("ID number", meant.document.right(6));
        } else if (way < 0.975) {
            typist.typeNumber(meant, meant.number);
        } else {
            typist.typeNumber(meant, QString::number(meant.number.mid(1).toLongLong()));
        }
    }
    keystrokes.resize(count);
    return keystrokes;
}

} // namespace xinglin::bench
