import { ReadError } from '../../document/read-error.ts';

export const corrupt = (): ReadError => new ReadError('corrupt', 'Tệp bị hỏng hoặc bị cắt ngang.');

export const tooLarge = (): ReadError =>
  new ReadError('too-large', 'Nội dung nén của tệp phình ra quá giới hạn an toàn.');

export const unsafeXml = (): ReadError =>
  new ReadError('unsafe-xml', 'Tệp chứa khai báo DTD hoặc thực thể XML, không được phép đọc.');

export const notADocx = (): ReadError => new ReadError('not-a-docx', 'Tệp nén này không phải là văn bản Word.');
