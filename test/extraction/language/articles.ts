/** Invented articles, one for each language: the tag its words are found to have, and its two quotes. */
export const ARTICLES: { name: string; detected: string; text: string; quotes: string[] }[] = [
  {
    name: "German",
    detected: "de",
    text: `Fährgesellschaft bleibt im Hafen von Norderhagen

Die Fährgesellschaft bleibt auch im kommenden Jahr im Hafen von Norderhagen. Das teilte die Stadtverwaltung am Montag mit.

„Wir haben lange verhandelt, und das Ergebnis kann sich sehen lassen“, sagte Bürgermeisterin Hanne Tiedjens. Der Vertrag läuft über fünf Jahre.

Kritik kam von der Opposition. „Der Preis ist viel zu hoch“, sagte Stadtrat Ole Brunsbek der Zeitung. Er kündigte an, gegen den Vertrag zu stimmen.`,
    quotes: ["Wir haben lange verhandelt, und das Ergebnis kann sich sehen lassen", "Der Preis ist viel zu hoch"],
  },
  {
    name: "French",
    detected: "fr",
    text: `Le bac de Sainte-Aubrée restera gratuit

Le bac de Sainte-Aubrée restera gratuit pour les habitants, a annoncé lundi la mairie.

« Nous avons tenu notre promesse », a déclaré la maire, Odile Marchenoir. L'accord avec l'exploitant court jusqu'en 2031.

L'opposition dénonce un coût trop élevé. « On nous cache la facture », a regretté Luc Tavernol, conseiller municipal.`,
    quotes: ["Nous avons tenu notre promesse", "On nous cache la facture"],
  },
  {
    name: "Spanish",
    detected: "es",
    text: `El transbordador seguirá saliendo de Puerto Lirón

El transbordador seguirá saliendo de Puerto Lirón durante los próximos cinco años, según informó el lunes el ayuntamiento.

“Hemos cumplido con los vecinos”, dijo la alcaldesa, Inés Robledal. El contrato se firmará en mayo.

La oposición criticó el precio. “Nadie nos ha enseñado las cuentas”, afirmó el concejal Tomás Arrieta.`,
    quotes: ["Hemos cumplido con los vecinos", "Nadie nos ha enseñado las cuentas"],
  },
  {
    name: "Portuguese",
    detected: "pt",
    text: `Balsa continua a partir de Porto Alvim

A balsa vai continuar a partir de Porto Alvim nos próximos cinco anos, informou a prefeitura na segunda-feira.

“Cumprimos a nossa promessa com os moradores”, disse a prefeita Célia Nogueirão. O contrato será assinado em maio.

A oposição criticou o preço. “Ninguém nos mostrou as contas”, afirmou o vereador Raul Távola.`,
    quotes: ["Cumprimos a nossa promessa com os moradores", "Ninguém nos mostrou as contas"],
  },
  {
    name: "Italian",
    detected: "it",
    text: `Il traghetto resta a Porto Sereno

Il traghetto resterà a Porto Sereno per altri cinque anni, ha annunciato lunedì il comune.

«Abbiamo mantenuto la promessa», ha detto la sindaca Lidia Fontebella. Il contratto sarà firmato a maggio.

L'opposizione critica il prezzo. «Nessuno ci ha mostrato i conti», ha dichiarato il consigliere Ugo Marrasi.`,
    quotes: ["Abbiamo mantenuto la promessa", "Nessuno ci ha mostrato i conti"],
  },
  {
    name: "Dutch",
    detected: "nl",
    text: `Veerboot blijft varen vanuit Oosterschans

De veerboot blijft ook volgend jaar varen vanuit Oosterschans, meldde de gemeente maandag.

“We hebben hier lang aan gewerkt en zijn tevreden”, zei burgemeester Marijke van Dellen. Het contract loopt vijf jaar.

De oppositie vindt de prijs te hoog. “Niemand heeft ons de rekening laten zien”, aldus raadslid Joost Terweel.`,
    quotes: ["We hebben hier lang aan gewerkt en zijn tevreden", "Niemand heeft ons de rekening laten zien"],
  },
  {
    name: "Norwegian",
    detected: "no",
    text: `Fergen blir i Årnesvik

Fergen blir i Årnesvik også neste år, opplyste kommunen mandag.

«Vi har jobbet lenge med dette, og vi er fornøyde», sier ordfører Silje Haugmo. Avtalen gjelder i fem år.

Opposisjonen mener prisen er for høy. «Ingen har vist oss regningen», sier Petter Nesvold til avisen.`,
    quotes: ["Vi har jobbet lenge med dette, og vi er fornøyde", "Ingen har vist oss regningen"],
  },
  {
    name: "Swedish",
    detected: "sv",
    text: `Färjan blir kvar i Norrvik

Färjan blir kvar i Norrvik även nästa år, meddelade kommunen på måndagen.

”Vi har arbetat länge med detta och är nöjda”, säger kommunalrådet Stina Berglöv. Avtalet gäller i fem år.

Oppositionen tycker att priset är för högt. ”Ingen har visat oss räkningen”, säger Nils Åkervall till tidningen.`,
    quotes: ["Vi har arbetat länge med detta och är nöjda", "Ingen har visat oss räkningen"],
  },
  {
    name: "Polish",
    detected: "pl",
    text: `Prom zostaje w Zielonej Przystani

Prom zostaje w Zielonej Przystani na kolejne pięć lat, poinformował w poniedziałek urząd miasta.

„Dotrzymaliśmy obietnicy danej mieszkańcom”, powiedziała burmistrz Alina Wierzbowska. Umowa zostanie podpisana w maju.

Opozycja uważa, że cena jest za wysoka. „Nikt nie pokazał nam rachunku”, stwierdził radny Piotr Kosmala.`,
    quotes: ["Dotrzymaliśmy obietnicy danej mieszkańcom", "Nikt nie pokazał nam rachunku"],
  },
  {
    name: "Turkish",
    detected: "tr",
    text: `Feribot Yeşilkıyı'da kalıyor

Belediye pazartesi günü feribotun beş yıl daha Yeşilkıyı'da kalacağını açıkladı.

“Halka verdiğimiz sözü tuttuk” dedi belediye başkanı Elif Karasoy. Sözleşme mayıs ayında imzalanacak.

Muhalefet fiyatı çok yüksek buluyor. “Kimse bize faturayı göstermedi” diyen meclis üyesi Murat Denizer, oylamada hayır diyeceğini söyledi.`,
    quotes: ["Halka verdiğimiz sözü tuttuk", "Kimse bize faturayı göstermedi"],
  },
  {
    name: "Indonesian",
    detected: "ms",
    text: `Feri tetap berlayar dari Pelabuhan Sungai Rawa

Feri akan tetap berlayar dari Pelabuhan Sungai Rawa selama lima tahun ke depan, kata pemerintah kota pada hari Senin.

“Kami telah menepati janji kepada warga,” kata Wali Kota Dewi Kartasari. Kontrak itu akan ditandatangani pada bulan Mei.

Pihak oposisi menilai harganya terlalu mahal. “Tidak ada yang menunjukkan tagihannya kepada kami,” ujar anggota dewan Budi Wirawan.`,
    quotes: ["Kami telah menepati janji kepada warga,", "Tidak ada yang menunjukkan tagihannya kepada kami,"],
  },
  {
    name: "Russian",
    detected: "ru",
    text: `Паром останется в Северогорске

Паром останется в Северогорске ещё на пять лет, сообщила в понедельник городская администрация.

«Мы сдержали обещание», — сказала мэр Ирина Полозова. Договор подпишут в мае.

Оппозиция считает цену слишком высокой. «Нам никто не показал счёт», — заявил депутат Олег Трошкин.`,
    quotes: ["Мы сдержали обещание", "Нам никто не показал счёт"],
  },
  {
    name: "Japanese",
    detected: "ja",
    text: `霧ヶ浜のフェリー、来年も運航へ

霧ヶ浜市は月曜日、フェリーの運航を来年以降も続けると発表した。契約期間は五年間である。

「住民との約束を守ることができた」と市長の大森花江氏は話した。

野党は費用が高すぎると批判している。「請求書を見せてもらえなかった」と市議の田口修氏は述べた。`,
    quotes: ["住民との約束を守ることができた", "請求書を見せてもらえなかった"],
  },
];

/** English with many foreign names and words, and who says its words in marks. */
export const ENGLISH: { name: string; text: string; speakers: string[] }[] = [
  {
    name: "names of seven countries, and a sentence in Norwegian",
    text: `Nguyễn Thị Hạnh and Włodzimierz Krzyżanowicz sign ferry deal

SAINT-AUBRÉE — Nguyễn Thị Hạnh, Włodzimierz Krzyżanowicz and Ólafur Þórðarson signed the deal with Société des Bacs de l'Aubrée and Fährgesellschaft Norderhagen on Monday.

“Vi er fornøyde, we are happy,” said Ólafur Þórðarson of Samgöngustofnun Íslands. Gábor Szűcsné of Magyar Hajózási Társaság, José Ángel Ibáñez Etxebarria and Siobhán Ní Dhomhnaill also attended.

“It is a fair price,” Krzyżanowicz told Frankfurter Hafenzeitung. Nguyễn left for Thành phố Hồ Chí Minh.`,
    speakers: ["Ólafur Þórðarson", "Włodzimierz Krzyżanowicz"],
  },
  {
    name: "a match report that is little but names",
    text: `Persijasel beat Sriwijaya Rawa 2-1

PALEMBANG (Antara) — Persijasel beat Sriwijaya Rawa 2-1 at Gelora Sungai Musi. Goals: Bambang Suryadiputra 12', Agus Widodo Prasetyo 67'; Taufik Hidayatullah 80'.

“Terima kasih,” said coach Dede Kurniawansyah. Referee: Yudi Nurcahya.`,
    speakers: ["Dede Kurniawansyah"],
  },
  {
    name: "a list of names",
    text: `Kabul: Zalmai Barakwal, Abdul Hakim Noorzad and Gul Mir Tandarwal back plan

Zalmai Barakwal, Abdul Hakim Noorzad, Mohammad Yunus Sangarwal and Gul Mir Tandarwal backed the plan, said Sher Mohammad Stanikzada in Mazar-i-Sharif.

“It is time for peace,” said Barakwal.`,
    speakers: ["Zalmai Barakwal"],
  },
  {
    name: "a story from a town in Germany, with a quote in German",
    text: `Norderhagen keeps its ferry, and its mayor keeps her word

NORDERHAGEN, Germany - The Fährgesellschaft Norderhagen und Umgebung will stay in the Alter Hafen for five more years, the Stadtverwaltung announced on Monday.

“Wir haben lange verhandelt, und das Ergebnis kann sich sehen lassen,” said Hanne Tiedjens, the Bürgermeisterin, in the Rathaus on Marktplatz.`,
    speakers: ["Hanne Tiedjens"],
  },
  {
    name: "results and names of clubs",
    text: `Atlético Robledal hold Deportivo San Telmo

SAN TELMO - Atlético Robledal drew 1-1 at Deportivo San Telmo. Goals: Arrieta Goñi (12), Iñaki Zubizarra (78, pen).

“Un punto es un punto,” said Tomás Arrieta Goñi, the captain of Robledal. Zubizarra, Echeverría, Ibarrondo and Peñalosa were booked.`,
    speakers: ["Tomás Arrieta Goñi"],
  },
];
