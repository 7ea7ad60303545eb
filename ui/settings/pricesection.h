#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/clinic.h"
#include "clinic/prescription/prices.h"
#include "ui/shell/page.h"

#include <memory>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class Completion;
class Field;
class FormDraft;
class MessageStrip;
struct CompletionRow;

/// Settings › Prices: what the clinic asks for herbs, found by initials and set by keys or pasted as lines, the fee of
/// a packet, and whether the sum is printed.
class PriceSection : public Page
{
    Q_OBJECT

public:
    PriceSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    ~PriceSection() override;

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildTerms();
    void buildKeys();
    void load();
    void showList(const prices::List &list);
    void ask(const QString &typed);
    void choose(const QString &piece);
    void settleOne();
    void settle(const QList<prices::Price> &some, const QString &sentence);
    void settleTerms();
    void paste();
    void takeAway();
    std::optional<QMap<QString, QString>> typed() const;
    void put(const QMap<QString, QString> &fields);
    bool isFeeTyped() const;

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    prices::List m_list;
    bool m_loaded = false;
    QStandardItemModel *m_model;
    QTableView *m_table;
    MessageStrip *m_strip;
    QLineEdit *m_herb;
    QLineEdit *m_price;
    Field *m_herbField;
    Field *m_priceField;
    Completion *m_herbs;
    QLineEdit *m_fee;
    Field *m_feeField;
    QCheckBox *m_printed;
    QPlainTextEdit *m_report;
    FormDraft *m_draft = nullptr;
};

} // namespace xinglin::ui
