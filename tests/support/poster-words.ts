import type {
  PosterPalette,
  PosterTemplate,
  PosterText,
  PosterWords,
} from '#app/ui/print/poster/poster-words.ts';
import { posterPalettes, posterTemplates } from '#app/ui/print/poster/poster-words.ts';

/** What one language says, for any template to take from. */
type Voice = {
  language: string;
  headlines: PosterText[];
  lines: string[];
  attribution: string;
  bad: string;
  good: string;
  number: string;
  quote: { text: string; by: string };
  thanks: { to: string; text: string };
  steps: string[];
  ask: string;
  qrSays: string | null;
  company: string;
  labels: { good: string; bad: string };
};

const labels = { good: 'Good', bad: 'Bad' };
const shown = 'everyhand.harbourandpine.example/cases/two-of-three';
export const posterLink = { url: `https://${shown}`, shown };

const voices = {
  usual: {
    language: 'en',
    headlines: [{ text: 'Every hand touches the customer.' }],
    lines: ['Also yours. Especially on a Friday afternoon.'],
    attribution: 'Ben, for all 61 of us in Shipping',
    bad: '“I’m just in shipping. It left here on Tuesday. You’d have to ask sales.”',
    good: '“I don’t know yet. I finish at five. Marta will ring you before six, whatever she knows by then.”',
    number: '2 of 3',
    quote: {
      text: 'Somebody took care of it. I never had to explain it twice.',
      by: 'Mara, after a late table',
    },
    thanks: {
      to: 'Jarek Nowak',
      text: 'He stayed twenty minutes on a Tuesday to find a table that was not lost, only mislabelled, and rang the family himself.',
    },
    steps: [
      'Listen to the end. Do not explain yet.',
      'Say sorry once, and mean it.',
      'Say what you will do, and by when.',
      'Do it, or hand it to one named person.',
      'Ring back, even with nothing new.',
    ],
    ask: 'Who rings the customer when nobody knows?',
    qrSays: 'Read the case',
    company: 'Harbour & Pine',
    labels,
  },
  shortest: {
    language: 'en',
    headlines: [{ text: 'Go' }],
    lines: [],
    attribution: 'IT',
    bad: 'No.',
    good: 'Yes.',
    number: '1',
    quote: { text: 'Ta', by: 'Al' },
    thanks: { to: 'Bo', text: 'For all.' },
    steps: ['Hear', 'Say', 'Do'],
    ask: 'Why?',
    qrSays: null,
    company: 'Q',
    labels,
  },
  longest: {
    language: 'en',
    headlines: [
      { text: 'Whoever picks up the telephone keeps the customer until somebody else has said yes' },
    ],
    lines: [
      'It does not matter which department caused it, or whose shift it was; it matters that she never has to tell it twice.',
    ],
    attribution: 'Benedykta Wiśniewska-Konstantynopolitańska, for all 61 of us in Shipping and Returns',
    bad: '“I’m only in shipping, so I can’t see what sales has told you. It left here on Tuesday; the carrier has it now. You would have to ask them, or try the shop where you bought it.”',
    good: '“You should have had it by now, and I don’t know yet where it is. I finish at five. Marta works until ten, she has my notes, and she rings you before six, whatever she knows by then.”',
    number: '2,417,300',
    quote: {
      text: 'I had braced myself to explain everything for the fourth time. Instead he said he had read it, he was sorry, and the new table would come on Thursday before nine. It came at half past eight.',
      by: 'Mara Lindqvist-Featherstonehaugh, Gothenburg, after a late table',
    },
    thanks: {
      to: 'Maximiliane von Oldershausen-Petersdorff',
      text: 'She noticed that one address out of four hundred had two postcodes, rang the customer before the van was loaded, changed the label by hand, and wrote down for everyone else how to see it coming next time.',
    },
    steps: [
      'Listen to the end without explaining; write down what she says in her words.',
      'Say sorry once, for what happened to her, and leave out whose fault it was.',
      'Say what you will do next and by when; choose an hour that you can keep.',
      'Do it yourself, or hand it over to one named person who has said yes.',
      'Ring back at the hour you named, even if there is nothing new to tell.',
      'Afterwards tell the others what would have kept it from happening.',
    ],
    ask: 'When did you last ring a customer before she had to ring you, and what did it cost you?',
    qrSays: 'Read the whole case with your phone',
    company: 'Harbour & Pine Furniture Makers Limited',
    labels,
  },
  'right-to-left': {
    language: 'ar',
    headlines: [{ text: 'كل يد تلمس العميل في 24 ساعة.' }, { text: 'כל יד נוגעת בלקוח.', language: 'he' }],
    lines: ['نتصل بك قبل الساعة 18:00، حتى لو لم نعرف شيئًا جديدًا.'],
    attribution: 'قسم الشحن، 61 زميلًا',
    bad: '«أنا في الشحن فقط. خرجت يوم الثلاثاء، اسأل المبيعات.»',
    good: '«لا أعرف بعد. ستتصل بك مارتا قبل الساعة 6 وتخبرك بما تعرفه.»',
    number: '2 من 3',
    quote: { text: 'اهتمّ أحدهم بالأمر. لم أضطر إلى شرحه مرتين.', by: 'مارا، بعد 9 أيام من الانتظار' },
    thanks: { to: 'ياسر نوّاك', text: 'بقي 20 دقيقة ليجد طاولة لم تضِع، بل كُتب عليها عنوان خاطئ.' },
    steps: ['استمع حتى النهاية.', 'اعتذر مرة واحدة بصدق.', 'قل ماذا ستفعل ومتى.', 'اتصل قبل الساعة 18:00.'],
    ask: 'من يتصل بالعميل عندما لا يعرف أحد؟',
    qrSays: 'اقرأ الحالة',
    company: 'Harbour & Pine',
    labels: { good: 'جيد', bad: 'سيئ' },
  },
  accented: {
    language: 'pl',
    headlines: [
      { text: 'ŻÓŁĆ ŚĆIEŻKĄ Łódź' },
      { text: 'Ở đây mọi bàn tay đều chạm đến khách hàng', language: 'vi' },
    ],
    lines: ['Příliš žluťoučký kůň úpěl ďábelské ódy. Ångström, Ærø, ß, ğ, ő, ŵ, ħ.'],
    attribution: 'Každá ruka, Σωκράτης, Юлия',
    bad: '„Jestem tylko z wysyłki. Proszę zapytać w sprzedaży.”',
    good: '„Ще не знаю. Марта зателефонує до шостої, що б вона не знала.“',
    number: '⅔ ÓŚĆ',
    quote: {
      text: 'Κάποιος το φρόντισε. Δεν χρειάστηκε να το εξηγήσω δεύτερη φορά.',
      by: 'Μάρα, μετά από 9 ημέρες',
    },
    thanks: {
      to: 'Żaneta Łęcka-Ñandú',
      text: 'Została dwadzieścia minut dłużej, żeby znaleźć stół, który nie zaginął, a tylko miał złą etykietę.',
    },
    steps: [
      'Wysłuchaj do końca.',
      'Přiznej chybu jednou.',
      'Đặt một cái hẹn và giữ lời.',
      'Перезвони до шести.',
    ],
    ask: 'Kто звонит клиенту, когда никто ничего не знает?',
    qrSays: 'Przeczytaj więcej',
    company: 'Hafen & Föhre',
    labels: { good: 'Dobrze', bad: 'Źle' },
  },
} satisfies Record<string, Voice>;

export type PosterVoice = keyof typeof voices;
export const posterVoices = Object.keys(voices) as PosterVoice[];

/** A poster by a template in one voice. Each has a palette of its own; every other one has a code. */
export function posterOf(template: PosterTemplate, voice: PosterVoice): PosterWords {
  const says: Voice = voices[voice];
  const turn = posterTemplates.indexOf(template) + posterVoices.indexOf(voice);
  const palette: PosterPalette = posterPalettes[turn % posterPalettes.length]!;
  const has = (...names: PosterTemplate[]) => names.includes(template);
  const one = says.headlines.slice(0, 1);
  const coded = voice === 'longest' || turn % 2 === 0;
  return {
    template,
    palette,
    language: says.language,
    title: `${template}, ${voice}`,
    headlines: has('question') ? [] : has('big-words', 'promise') ? says.headlines : one,
    lines: says.lines.map((text) => ({ text })),
    attribution: has('big-words', 'number', 'promise', 'question') ? says.attribution : null,
    bad: has('two-cases') ? says.bad : null,
    good: has('two-cases') ? says.good : null,
    number: has('number') ? says.number : null,
    quote: has('customer-words') ? says.quote : null,
    thanks: has('thanks') ? says.thanks : null,
    steps: has('recovery-steps') ? says.steps : [],
    ask: has('question') ? says.ask : null,
    figure: null,
    qr: coded ? posterLink : null,
    qrSays: coded ? says.qrSays : null,
    company: { name: says.company, logo: null, accent: null },
    labels: says.labels,
  };
}
