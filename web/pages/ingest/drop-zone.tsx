import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useMessages } from '../language.tsx';
import { Icon } from '../parts/icon.tsx';
import { filesOf } from './dropped.ts';
import style from './page.module.css';

/** Takes files and whole folders, dropped or chosen. */
export function DropZone({ take }: { take: (files: File[]) => void }) {
  const { ingest } = useMessages();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void filesOf(event.dataTransfer.items).then(take);
  };
  const chosen = (input: HTMLInputElement): void => {
    take([...(input.files ?? [])]);
    // Choosing the same file once more is a choice too.
    input.value = '';
  };
  return (
    <section
      aria-label={ingest.title}
      className={style.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p className={style.big}>{ingest.drop}</p>
      <p className={style.dim}>{ingest.dropHint}</p>
      <p className={style.dim}>{ingest.secret}</p>
      <div className={style.buttons}>
        <Button leftSection={<Icon name="ingest" size={16} />} onClick={() => files.current?.click()}>
          {ingest.chooseFiles}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="folder" size={16} />}
          onClick={() => folder.current?.click()}
        >
          {ingest.chooseFolder}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={ingest.chooseFiles}
        onChange={(event) => chosen(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        aria-label={ingest.chooseFolder}
        onChange={(event) => chosen(event.currentTarget)}
      />
    </section>
  );
}
