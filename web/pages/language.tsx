import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { setAcceptLanguage } from './api/request.ts';
import { type Messages, vi } from './messages/vi.ts';

export type Language = 'vi' | 'en';

interface Spoken {
  language: Language;
  messages: Messages;
  speak: (language: Language) => void;
}

const Context = createContext<Spoken>({ language: 'vi', messages: vi, speak: () => undefined });
const kept = 'doisoat-language';

/** Vietnamese comes with the page; English is fetched when it is chosen. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, speak] = useState<Language>(() => (localStorage.getItem(kept) === 'en' ? 'en' : 'vi'));
  const [messages, setMessages] = useState<Messages | null>(language === 'vi' ? vi : null);
  useEffect(() => {
    localStorage.setItem(kept, language);
    document.documentElement.lang = language;
    setAcceptLanguage(language);
    if (language === 'vi') setMessages(vi);
    else void import('./messages/en.ts').then(({ en }) => setMessages(en));
  }, [language]);
  if (messages === null) return null;
  return <Context value={{ language, messages, speak }}>{children}</Context>;
}

export const useLanguage = (): Spoken => useContext(Context);
export const useMessages = (): Messages => useContext(Context).messages;
